"""What we will try, who looks after it, when we look again."""
