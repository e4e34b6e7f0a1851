from __future__ import annotations

import unittest
from typing import Any, Callable, Dict, List

from parley import Listing
from parley.paging import Query

NAMES = ["a", "b", "c", "d", "e"]


def platform(query: Query) -> Any:
    size, page = query.get("limit", 10), query.get("page", 1)
    return {"data": NAMES[(page - 1) * size :][:size], "pagination": {"pages": -(-len(NAMES) // size)}}


def manager(query: Query) -> Any:
    size, page = query.get("per_page", 10), query.get("page", 1)
    return {"data": NAMES[(page - 1) * size :][:size], "meta": {"per_page": size, "total": len(NAMES)}}


def support(query: Query) -> Any:
    size, page = query.get("limit", 10), query.get("page", 1)
    return {"data": NAMES[(page - 1) * size :][:size], "limit": size, "total": len(NAMES)}


def assistant(query: Query) -> Any:
    size, at = query.get("limit", 10), query.get("offset", 0)
    return {"data": NAMES[at:][:size], "total": len(NAMES)}


def criabot(query: Query) -> Any:
    size, page = query.get("page_size", 10), query.get("page", 1)
    return {"data": NAMES[(page - 1) * size :][:size]}


STYLES: Dict[str, Any] = {
    "page-limit": ("limit", platform),
    "page-per-page": ("per_page", manager),
    "page-total": ("limit", support),
    "offset": ("limit", assistant),
    "page-size": ("page_size", criabot),
}


class AList(unittest.TestCase):
    def listing(self, style: str, query: Query, read: Callable[[Query], Any]) -> "Listing[Any, str]":
        self.asked: List[Query] = []

        def noted(asked: Query) -> Any:
            self.asked.append(asked)
            return read(asked)

        return Listing(style, "data", query, noted)

    def test_gives_all_items_whatever_the_size_of_a_page(self) -> None:
        for style, (size, read) in STYLES.items():
            for items in (1, 2, 5, 6, 100):
                self.assertEqual(self.listing(style, {size: items}, read).all(), NAMES, (style, items))

    def test_asks_for_as_many_as_the_server_gives_unless_told_otherwise(self) -> None:
        for style, (size, read) in STYLES.items():
            self.assertEqual(self.listing(style, {"search": "x"}, read).all(), NAMES)
            self.assertEqual(self.asked, [{"search": "x", size: 100}])

    def test_asks_for_nothing_before_it_is_wanted_and_for_one_page_as_it_stands(self) -> None:
        listing = self.listing("page-limit", {"page": 2}, platform)
        self.assertEqual(self.asked, [])
        self.assertEqual(listing.page()["data"], [])
        self.assertEqual(self.asked, [{"page": 2}])

    def test_goes_on_from_the_page_that_it_begins_with(self) -> None:
        self.assertEqual(self.listing("page-total", {"page": 2, "limit": 2}, support).all(), ["c", "d", "e"])
        self.assertEqual(self.listing("offset", {"offset": 3, "limit": 1}, assistant).all(), ["d", "e"])

    def test_ends_with_an_empty_page_whatever_is_said(self) -> None:
        listing = self.listing("page-limit", {}, lambda _: {"data": [], "pagination": {"pages": 9}})
        self.assertEqual(len(list(listing.pages())), 1)
