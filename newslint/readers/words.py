"""Words that tell readers where a line, a dateline or a headline ends."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Always followed by the name or the figure they belong to.
BEFORE_A_NAME = _words("""
    Adm. Atty. Brig. Capt. Cmdr. Col. Cpl. Det. Dr. Fr. Gen. Gov. Hon. Insp. Lt. Maj. Mme. Mr. Mrs.
    Ms. Mx. Messrs. Msgr. Nos. Prof. Pvt. Rep. Reps. Rev. Sen. Sens. Sgt. Spc. St. Supt. vs. v. e.g.
    i.e. cf.
""")
BEFORE_A_FIGURE = _words("""
    Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. No. p. pp. Art. Sec.
""")
# What a sentence begins with after initials that ended the one before (“… of the U.S.”).
SENTENCE_OPENERS = _words("""
    A After All Although An And Another As At Because Before Both But By Critics Despite During
    Earlier Each Even For From He Her His How However I If In Instead It Its Last Later Many
    Meanwhile More Most Mr. Mrs. Ms. Nearly No None Not Now Of On Once One Only Other Others Our
    Over People Several She Since So Some Still Such That The Their Then There These They This Those
    Though Three To Two Under Until We What When Where Whether Which While Who With Yet You
""")
# What no sentence ends with.
LINKS = _words("""
    a an and as at because but by for from if in into nor of on or over than that the their to under
    when where which while who whose with his her its our your my this these those is are was were
    be been has have had will would
""")
# In capitals before a dash, but no places.
KICKERS = _words("""
    ANALYSIS ANSWER BREAKING CLARIFICATION COMMENT COMMENTARY CORRECTED CORRECTION EDITORIAL
    EXCLUSIVE EXPLAINER FEATURE FLASH FOCUS INTERVIEW INVESTIGATION LATEST LIVE NEWS NOTE OBITUARY
    OPINION PHOTOS PICTURES POLL PREVIEW PROFILE QUESTION RECAP REPORT REVIEW SPECIAL SPORT SPORTS
    SUMMARY TIMELINE UPDATE UPDATED URGENT VIDEO WATCH
""")
# Written small in a headline in capitals and small letters.
SMALL_WORDS = _words("""
    a an and as at but by for from if in into is it its nor of off on or over per so than that the
    to up via vs vs. was with yet
""")
# Before a surname, but no forenames.
NO_FORENAMES = SENTENCE_OPENERS | _words("""
    President Senator Governor Mayor Minister Chancellor Secretary Justice Judge King Queen Prince
    Princess Pope Lord Lady Sir Dame Mrs Chief General Colonel Captain Sheriff Detective Officer New
    North South East West Saint
""")
