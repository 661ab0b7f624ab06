"""How long a request may take to arrive: a phone that loses its line halfway must not keep a thread for ever.

And who said nothing yet when the server is told to end, as a browser that opened a second line just in case, doesn't
hold up a deployment: Gunicorn would wait five seconds for each of them.
"""

import socket
import time
from contextlib import suppress

from gunicorn.workers.gthread import TConn, ThreadWorker

SECONDS_TO_ARRIVE = 10


class PatientWorker(ThreadWorker):
    """Gunicorn's threads read a request without any limit of time; here what has not arrived by then ends where it is.

    It is only listened to no longer: an answer that is on its way still goes out.
    """

    def handle(self, conn: TConn) -> object:
        self._listening()[conn] = time.monotonic()
        try:
            return super().handle(conn)
        finally:
            self._listening().pop(conn, None)

    def murder_pending(self) -> None:
        """Called about once a second, beside the threads, and when the server is told to end."""
        super().murder_pending()
        for conn, since in list(self._listening().items()):
            if time.monotonic() - since > SECONDS_TO_ARRIVE or not (self.alive or conn.data_ready):
                with suppress(OSError):
                    conn.sock.shutdown(socket.SHUT_RD)

    def _listening(self) -> dict[TConn, float]:
        """Since when each connection that a thread is busy with is being read."""
        kept: dict[TConn, float] = self.__dict__.setdefault("listening_to", {})
        return kept
