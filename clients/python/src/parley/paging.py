"""Lists that come in pages: `for` gives all items, `page()` one page."""

from __future__ import annotations

from typing import Any, Callable, Generic, Iterator, List, Mapping, Optional, TypeVar

Page = TypeVar("Page")
Item = TypeVar("Item")

Query = Mapping[str, Any]

# Asked for when whoever goes over all items has said nothing: the most that servers give.
_ITEMS_AT_ONCE = 100

# Styles of paging, and the parameter for the size of a page.
_SIZE_PARAMETER = {
    # platform: `page` and `limit`; `pagination.pages` tells how many there are.
    "page-limit": "limit",
    # manager: `page` and `per_page`; `meta.total`.
    "page-per-page": "per_page",
    # support: `page` and `limit`; `total`.
    "page-total": "limit",
    # assistant: `offset` and `limit`; `total`.
    "offset": "limit",
    # criabot: `page` and `page_size`; a page that is not full is the last one.
    "page-size": "page_size",
}


class Listing(Generic[Page, Item]):
    """A page to come, and all that follow it. Nothing is asked for until somebody wants it."""

    def __init__(self, style: str, items_key: str, query: Query, read: Callable[[Query], Page]) -> None:
        self._style = style
        self._items_key = items_key
        self._query = query
        self._read = read

    def page(self) -> Page:
        """One page, as the server answers it."""
        return self._read(self._query)

    def pages(self) -> Iterator[Page]:
        """This page, and then the others."""
        size = _SIZE_PARAMETER.get(self._style)
        query: Optional[Query] = self._query
        if size is not None and self._query.get(size) is None:
            query = {**self._query, size: _ITEMS_AT_ONCE}
        while query is not None:
            page = self._read(query)
            yield page
            query = _next_query(self._style, query, page, len(self._items_of(page)))

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from self._items_of(page)

    def all(self) -> List[Item]:
        """All items. Mind how many there may be."""
        return list(self)

    def _items_of(self, page: Any) -> List[Item]:
        items = page.get(self._items_key) if isinstance(page, dict) else None
        return items if isinstance(items, list) else []


def _next_query(style: str, query: Query, page: Any, count: int) -> Optional[Query]:
    """None after the last page. An empty page is the last one whatever is said."""
    if count == 0 or style not in _SIZE_PARAMETER:
        return None
    at = query.get("page") or 1
    if style == "offset":
        offset = (query.get("offset") or 0) + count
        return {**query, "offset": offset} if offset < page.get("total", 0) else None
    if style == "page-limit":
        has_more = at < page["pagination"].get("pages", 0)
    elif style == "page-per-page":
        has_more = at * page["meta"].get("per_page", count) < page["meta"].get("total", 0)
    elif style == "page-total":
        has_more = at * page.get("limit", count) < page.get("total", 0)
    else:
        has_more = count >= query["page_size"]
    return {**query, "page": at + 1} if has_more else None
