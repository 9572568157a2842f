#!/usr/bin/env python3
"""Write what Home shows of the ready plans into one file, so that Home opens without reading them.

usage: scripts/plan_summaries.py

Writes resources/plans/summaries.json; a test fails while that is out of date.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from facilitator.domain.plan.summary import PlanSummary
from facilitator.kinds.registry import READY_PLANS
from facilitator.store.plans.summaries import FILE, text_of_summaries

if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.stderr.write(__doc__ or "")
        sys.exit(2)
    text = text_of_summaries(map(PlanSummary.of, READY_PLANS.all()))
    (Path(__file__).parents[1] / "resources" / FILE).write_text(text, encoding="utf-8")
