"""What goes over a phone's line: requests that the phone can't answer itself, and the bytes as they are sent."""

from dataclasses import dataclass, field

from playwright.sync_api import Page


@dataclass
class Request:
    method: str
    address: str
    status: int = 0
    size: int = 0

    def __str__(self) -> str:
        return f"{self.method} {self.address}: {self.status}, {self.size} bytes"


@dataclass
class Wire:
    """Counts from the moment it is made. `size` of a request is its answer with headers, compressed as it came."""

    page: Page
    requests: dict[str, Request] = field(default_factory=dict)
    _past: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        line = self.page.context.new_cdp_session(self.page)
        line.on("Network.requestWillBeSent", self._sent)
        line.on("Network.responseReceived", self._came)
        line.on("Network.requestServedFromCache", lambda event: self.requests.pop(event["requestId"], None))
        line.on("Network.loadingFinished", self._finished)
        line.send("Network.enable")

    def since_last_time(self) -> list[Request]:
        """Everything that went over the line since this was asked before, in order, when it has fallen silent."""
        while any(not one.status for one in self.requests.values()):
            self.page.wait_for_timeout(20)
        everything = [*self._past, *self.requests.values()]
        new, self._told = everything[self._told :], len(everything)
        return new

    _told: int = 0

    def _sent(self, event: dict) -> None:
        if led := event.get("redirectResponse"):
            before = self.requests.pop(event["requestId"])
            before.status, before.size = led["status"], led["encodedDataLength"]
            self._past.append(before)
        self.requests[event["requestId"]] = Request(event["request"]["method"], event["request"]["url"])

    def _came(self, event: dict) -> None:
        known = self.requests.get(event["requestId"])
        if known and event["response"].get("fromDiskCache"):
            del self.requests[event["requestId"]]
        elif known:
            known.status = event["response"]["status"]

    def _finished(self, event: dict) -> None:
        if known := self.requests.get(event["requestId"]):
            known.size = int(event["encodedDataLength"])
