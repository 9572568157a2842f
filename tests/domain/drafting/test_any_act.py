"""Whatever is done in the planner, its plan is one that a plan file can hold."""

from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.domain.drafting.draft import Draft
from facilitator.domain.plan.plan import Plan
from facilitator.errors import NotAllowedNowError
from tests.helpers.attacks import count
from tests.helpers.drafting import Act, any_act
from tests.helpers.files import plan_from_text, text_of
from tests.helpers.plans import plans


@given(plan=plans(), acts=st.lists(any_act(), min_size=1, max_size=12))
@settings(
    max_examples=count(small=30, full=3000),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_any_plan_that_the_editor_makes_comes_back_from_its_file(
    plan: Plan, acts: list[Act]
) -> None:
    draft = Draft.of(plan)
    for act in acts:
        with suppress(NotAllowedNowError):
            draft = act(draft)
        text = text_of(draft.plan)
        assert plan_from_text(text) == draft.plan
        assert text_of(plan_from_text(text)) == text
