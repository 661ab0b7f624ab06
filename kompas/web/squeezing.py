"""Pages travel squeezed: prepaid data is dear. Squeezing text that both a stranger and a secret have a part in can tell
the secret by its length (BREACH); the one secret of our pages, the token of their forms, looks different each time
(csrf.py), so it gives nothing away.
"""

import gzip

from flask import Flask, Response, request

WORTH_IT = 600
"""Bytes; below that the wrapping eats the gain."""
EFFORT = 6


def squeeze_pages(app: Flask) -> None:
    app.after_request(_squeeze)


def _squeeze(response: Response) -> Response:
    if response.mimetype != "text/html" or response.is_streamed or response.content_encoding:
        return response
    response.vary.add("Accept-Encoding")
    page = response.get_data()
    if len(page) >= WORTH_IT and request.accept_encodings["gzip"] > 0:
        response.set_data(gzip.compress(page, EFFORT, mtime=0))
        response.content_encoding = "gzip"
    return response
