#!/usr/bin/env python3
"""A class of many browsers in one session of the studio, on one server, with latencies told.

Each group's browser joins, keeps the board's stream open, decides turn after turn, and plays what it has lived: it fetches the
frames and asks why. Latency of a decision: from sending it until the board that everybody sees tells its months as lived, as that
group's own stream hears of it. Other requests: from sending to the last byte.

    cogov studio --port 8750 &
    Benchmarks/studio-load.py http://127.0.0.1:8750 --groups 30
"""

import argparse
import json
import statistics
import threading
import time
import urllib.request


class Studio:
    def __init__(self, address):
        self.address = address.rstrip("/")
        self.took = {}
        self.faults = []
        self.lock = threading.Lock()

    def note(self, what, seconds):
        with self.lock:
            self.took.setdefault(what, []).append(seconds)

    def ask(self, what, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        headers = {"Accept-Encoding": "gzip"}
        if data is not None:
            headers |= {"Content-Type": "application/json", "Origin": self.address}
        began = time.monotonic()
        with urllib.request.urlopen(urllib.request.Request(self.address + path, data, headers), timeout=120) as answer:
            content = answer.read()
            kind = answer.headers["Content-Type"]
            packed = answer.headers["Content-Encoding"]
        self.note(what, time.monotonic() - began)
        return json.loads(content) if kind.startswith("application/json") and not packed else content


class Board(threading.Thread):
    """A browser's stream of the board: how far each group has lived, and when that was heard."""

    def __init__(self, studio, code):
        super().__init__(daemon=True)
        self.studio, self.code = studio, code
        self.months, self.news = {}, threading.Condition()

    def run(self):
        path = f"{self.studio.address}/api/workshops/{self.code}/stream"
        with urllib.request.urlopen(path) as stream:
            for line in stream:
                if not line.startswith(b"data:"):
                    continue
                board = json.loads(line[5:])
                with self.news:
                    self.months = {group["group"]: group["monthsLived"] for group in board["groups"]}
                    self.news.notify_all()

    def wait(self, group, months):
        with self.news:
            return self.news.wait_for(lambda: self.months.get(group, 0) >= months, timeout=120)


def play(studio, code, name, turns, turn):
    try:
        joined = studio.ask("join", f"/api/workshops/{code}/groups", {"name": name, "role": "government"})
        group, key, game = joined["group"], joined["key"], joined["game"]
        board = Board(studio, code)
        board.start()
        for number in range(turns):
            load = round(0.9 - 0.02 * ((group * 7 + number * 3) % 40), 2)
            began = time.monotonic()
            path = f"/api/workshops/{code}/groups/{group}/decide"
            studio.ask("decide", path, {"key": key, "changes": [{"lever": "taskLoad", "value": load}]})
            last = (number + 1) * turn
            if not board.wait(group, last):
                raise TimeoutError(f"{name} has not heard of month {last}")
            studio.note("decision seen on the board", time.monotonic() - began)
            studio.ask("frames", f"/api/games/{game}/frames.bin?from={last - turn + 1}&to={last}")
            studio.ask("why", f"/api/games/{game}/why?kind=resident&id={group * 11 + 1}&month={last}")
            studio.ask("page", "/")
    except Exception as fault:  # told at the end, with the others'
        with studio.lock:
            studio.faults.append(f"{name}: {fault}")


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("address")
    asked.add_argument("--groups", type=int, default=30)
    asked.add_argument("--turns", type=int, default=5)
    asked.add_argument("--turn", type=int, default=12, help="months of a turn")
    asked.add_argument("--place", default="x-estate")
    asked.add_argument("--share", type=float, default=1.0)
    options = asked.parse_args()
    studio = Studio(options.address)
    made = studio.ask("open", "/api/workshops", {
        "place": options.place, "regime": "street-committee", "months": options.turns * options.turn,
        "turn": options.turn, "share": options.share, "pace": "free", "budget": 100_000_000,
        "goals": [{"observable": "trust.committee", "better": "higher"}, {"observable": "need.mean", "better": "lower"}],
    })
    began = time.monotonic()
    browsers = [
        threading.Thread(target=play, args=(studio, made["code"], f"group {n}", options.turns, options.turn))
        for n in range(options.groups)
    ]
    for browser in browsers:
        browser.start()
    for browser in browsers:
        browser.join()
    print(f"{options.groups} browsers, {options.turns} turns of {options.turn} months: {time.monotonic() - began:.1f} s")
    print(f"{'milliseconds':28}{'n':>6}{'p50':>9}{'p95':>9}{'max':>9}")
    for what, took in studio.took.items():
        parts = sorted(1000 * seconds for seconds in took)
        p95 = parts[min(len(parts) - 1, int(0.95 * len(parts)))]
        print(f"{what:28}{len(parts):6}{statistics.median(parts):9.0f}{p95:9.0f}{parts[-1]:9.0f}")
    for fault in studio.faults:
        print(fault)
    raise SystemExit(1 if studio.faults else 0)


if __name__ == "__main__":
    main()
