"""Which field of work an occupation belongs to, by its group of ISCO-08: a judgement of ours, the longest part counts.

Of ISCO's groups 4 to 9 nearly all occupations have a field; of managers and specialists many have none.
"""

PARTS = {
    "cleaning": "515 5151 5152 5153 7133 911 912 9611 9612 9613 9622 9624",
    "green": "5164 6 92",
    "building": "3123 71 7411 931",
    "technology": "311 313 72 74",
    "making": "7311 7312 7313 7314 7315 7316 7321 7322 7323 752 754 81 82 932",
    "logistics": "432 9321 9333 9334",
    "driving": "4412 5112 5165 83 9331 9332 9621",
    "cooking": "3434 512 513 5246 751 94",
    "shop": "332 52 95 9623",
    "care": "321 322 323 325 3412 516 5162 5163 532 635",
    "children": "234 235 3423 531",
    "office": "331 334 335 3411 41 43 44",
    "customers": "333 42 5111 5113 9629",
    "safety": "0 54",
    "creative": "2166 264 265 343 514 7317 7318 7319 732 753 7531 7532 7533 7534 7535 7536",
    "computers": "25 35",
}
_FIELDS = {part: field for field, parts in PARTS.items() for part in parts.split()}


def field_of(isco: str) -> str:
    """Empty where it has none."""
    parts = (isco[:length] for length in range(len(isco), 0, -1))
    return next((_FIELDS[part] for part in parts if part in _FIELDS), "")
