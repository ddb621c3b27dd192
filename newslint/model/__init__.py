"""The values everything else is made of: spans, drafts, hits, findings. Imports nothing of ours."""

from newslint.model.draft import ROLES, Block, Draft, Piece, Place, Remark, Role
from newslint.model.finding import (
    Aside,
    Edit,
    Finding,
    Hit,
    Related,
    Rewrite,
    Severity,
)
from newslint.model.report import About, Part, Report, Settled, Skipped, Totals
from newslint.model.span import Span
from newslint.model.trouble import Trouble

__all__ = [
    "ROLES",
    "About",
    "Aside",
    "Block",
    "Draft",
    "Edit",
    "Finding",
    "Hit",
    "Part",
    "Piece",
    "Place",
    "Related",
    "Remark",
    "Report",
    "Rewrite",
    "Role",
    "Settled",
    "Severity",
    "Skipped",
    "Span",
    "Totals",
    "Trouble",
]
