"""The programs that are measured and those that measure."""

import http.client
import json
import os
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ZSD = ROOT / ".build/release/zsd"
ZS = ROOT / ".build/release/zs"
TOOL = ROOT / "Benchmarks/.build/release/zs-bench"
PYTHON = ROOT / ".venv-bench/bin/python3"
PEERS = ROOT / "Benchmarks/peers"
CALENDARS = ROOT / "Config/calendars"


class Failed(Exception):
    """A measurement that cannot be believed; the run ends."""


def tool(*words, env=None):
    """One document of zs-bench."""
    done = subprocess.run(
        [TOOL, *map(str, words)], capture_output=True, text=True, timeout=300, env={**os.environ, **(env or {})}
    )
    if done.returncode != 0:
        raise Failed(f"zs-bench {words[0]}: {done.stderr.strip()}")
    return json.loads(done.stdout)


def peer(name, *words):
    """One document of a peer written in Python."""
    done = subprocess.run(
        [PYTHON, PEERS / name, *map(str, words)], capture_output=True, text=True, timeout=300, check=True
    )
    return json.loads(done.stdout)


class Connection(http.client.HTTPConnection):
    """HTTP over a Unix-domain socket."""

    def __init__(self, path):
        super().__init__("zhaoshang", timeout=300)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self.path))


class Daemon:
    """A running server and a connection to it."""

    def __init__(self, command, socket_path, env):
        self.socket = socket_path
        self.process = subprocess.Popen(
            [str(word) for word in command], env={**os.environ, **env}, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )
        self.connection = Connection(socket_path)
        # A large store of an older schema is copied and brought up to date first.
        deadline = time.monotonic() + 300
        while True:
            try:
                self.get("/v1/status")
                return
            except OSError as error:
                self.connection.close()
                if self.process.poll() is not None or time.monotonic() > deadline:
                    self.stop()
                    said = self.process.stderr.read().decode(errors="replace")
                    raise Failed(f"{command[0]} does not answer: {said}") from error
                time.sleep(0.02)

    def stop(self):
        self.connection.close()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def request(self, method, path, body=None, headers=None):
        self.connection.request(method, path, body, headers or {})
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise Failed(f"{method} {path}: {answer.status} {content.decode(errors='replace')[:400]}")
        return json.loads(content)

    def get(self, path):
        return self.request("GET", path)

    def post(self, path, words=(), officer=None, **options):
        headers = {"Content-Type": "application/json"}
        if officer:
            headers["X-Zhaoshang-As"] = officer
        body = {"words": list(words), "options": {name: [value] for name, value in options.items()}}
        return self.request("POST", path, json.dumps(body), headers)

    @property
    def events(self):
        return self.get("/v1/status")["database"]["events"]


def zsd_command(state, socket_path, *words):
    command = [ZSD, "--state", state, "--socket", socket_path, "--share", ROOT / "Config", "--log-level", "error"]
    return [str(word) for word in command + list(words)]


def fastapi_command(socket_path):
    words = [PYTHON, "-m", "uvicorn", "--uds", socket_path, "--app-dir", PEERS, "--log-level", "error"]
    return [str(word) for word in words + ["--no-access-log", "fastapi_entries:app"]]


@contextmanager
def running(command, socket_path, env=None):
    daemon = Daemon(command, socket_path, env or {})
    try:
        yield daemon
    finally:
        daemon.stop()
