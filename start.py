"""Set up Dastarkhan in this folder, then open it. Nothing but Python is needed.

    python3 start.py             set up (the first time) and open the lessons
    python3 start.py test        set up and run the tests
    python3 start.py languages   any other command of the kit

The set-up lives in the folder .venv beside this file. A stamp inside it says what it was made from, so that the next
start is quick, and that it was finished, so that half a set-up is noticed. See docs/setup.md.
Every Python since 2.7 must be able to read this file. With a first line `#!`, `py start.py` may end without a word.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys

KIT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(KIT, ".venv")
STAMP = os.path.join(VENV, "dastarkhan.json")
LATCH = os.path.join(VENV, "dastarkhan.latch")
LOG = os.path.join(VENV, "setup.log")
WARMED = (os.path.join("dastarkhan", "jupyter", "etc"), os.path.join("dastarkhan", "jupyter", "share"), "locales")
WINDOWS = os.name == "nt"
VENV_PYTHON = os.path.join(VENV, "Scripts", "python.exe") if WINDOWS else os.path.join(VENV, "bin", "python")

OLDEST, NEWEST = (3, 11), (3, 13)
NEEDED_MB = {"requirements.lock": 700, "requirements-test.lock": 1000}  # measured: 570 and 850, and some air
UPDATE_MB = 300
LONGEST_FOLDER = 90  # Windows ends a path at 260 characters, and the longest one inside .venv has 165
QUIET_SECONDS = 15  # after so much silence say that work goes on
MISSING, STOPPED = 3, 130
FRESH = ("first", "half", "other")  # what .venv held is thrown away; pip keeps what it downloaded

# Every sentence of this file. The kit's catalogs cannot be read before the set-up is made, so these are in English.
SENTENCES = {
    "help": """Dastarkhan: lessons and simulations for young people who want to prevent conflict.

  {me}                  set up (the first time) and open the lessons
  {me} --no-browser     the same, without opening a browser
  {me} test             set up and run the tests
  {me} languages        show the languages and how far each translation is
  {me} check FILE       check a case of your own

Add --help after a command to see what it takes.""",
    "first": "Setting up Dastarkhan. This happens once and takes a few minutes.",
    "update": "The list of parts has changed. Fetching what is new.",
    "half": "The last set-up was not finished. Starting it again; what was downloaded before is used.",
    "other": "The Python of this computer has changed. Making the set-up anew.",
    "moved": "The kit's folder has moved, or the kit was renewed. Putting the set-up right.",
    "changed": "Lessons or languages have changed.",
    "venv": "Making the folder .venv ...",
    "part": "  {n:3d} of about {total}  {name}",
    "placing": "Putting the parts in their places. This takes a minute or two ...",
    "alive": "  still working ({seconds} s)",
    "warming": "Preparing, so that lessons open quickly ...",
    "done": "Set-up is done.",
    "stopped": "Stopped. Start again when you like; what was downloaded is kept.",
    "python": "Dastarkhan needs Python {oldest} to {newest}, and this is Python {this}. "
              "Install Python 3.12 from python.org, then type: {again}",
    "32bit": "Dastarkhan needs 64-bit Python, and this one is 32-bit. Install the 64-bit Python 3.12 from python.org.",
    "cpython": "Dastarkhan needs the usual Python from python.org, and this is {this}.",
    "kit": "The file {name} is missing. Unpack the whole kit again, then start again from its folder.",
    "ensurepip": "A part of Python is missing: {name}. On Debian or Ubuntu type: sudo apt install python{version}-venv "
                 "and elsewhere install Python 3.12 from python.org. Then start again.",
    "space": "There is too little room on the disk: {free} MB are free and {needed} MB are needed. "
             "Make some room, then start again.",
    "full": "The disk is full. Make room for {needed} MB more, then start again.",
    "write": "The kit may not write in its folder {folder}. Copy the kit to a folder of your own, then start again.",
    "path": "The name of the folder has a character that Python cannot use here: {character}  "
            "Rename {folder} or move the kit, then start again.",
    "long": "The path of the kit's folder is too long for Windows. Move the kit nearer to the disk, such as C:\\kit.",
    "foreign": "There is already a folder .venv here that this kit did not make. Move it away, then start again.",
    "in_use": "A part of the set-up is in use. Close the other windows of the kit, then start again.",
    "busy": "Another window is setting up the kit in this folder. Wait until it is done, then start again.",
    "network": "The parts could not be fetched. The set-up needs the internet once. "
               "Check the connection, then start again.",
    "secure": "The secure connection failed. Check the date and time of this computer, or try another network.",
    "damaged": "A part arrived damaged or changed: {name}. Start again; if it stays so, try another network.",
    "no_part": "There is no ready-made part {name} for this computer. Ask for help with the file {log}.",
    "venv_failed": "The folder .venv could not be made here ({reason}). "
                   "Copy the kit to this computer's own disk, then start again.",
    "pip_failed": "The set-up stopped and the reason is not clear. Start again; "
                  "if it stops again, ask for help with the file {log}.",
}

# What pip or the system says when something is wrong, in the order in which it is looked for.
FAULTS = (
    ("full", r"No space left on device|\[Errno 28\]|\[WinError 112\]|Disk quota exceeded"),
    ("damaged", r"DO NOT MATCH THE HASHES(?:[\s\S]*?^\s+(?P<name>[\w.-]+)[=\[ ])?"),
    ("secure", r"CERTIFICATE_VERIFY_FAILED|SSLError|certificate verify failed"),
    ("network", r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError|ConnectionReset"
                r"|Connection reset|Connection aborted|Network is unreachable|getaddrinfo failed|IncompleteRead"
                r"|Temporary failure in name resolution|Max retries exceeded|Connection refused|IncompleteDownload"),
    ("in_use", r"\[WinError 32\]|\[WinError 5\][^\n]*\.venv[\\/]"),  # Windows locks programs that run
    ("write", r"Permission denied|\[Errno 13\]|\[WinError 5\]|Read-only file system|\[Errno 30\]"),
    ("no_part", r"No matching distribution found for (?P<name>[\w.-]+)"),
)


class MissingError(Exception):
    """Something this computer lacks: one sentence, and the program ends with exit code 3."""

    def __init__(self, key, **values):
        Exception.__init__(self, SENTENCES[key].format(**values))


def say(key, **values):
    told = sys.stderr if "--json" in sys.argv else sys.stdout  # a program that asks for JSON reads nothing else
    told.write(SENTENCES[key].format(**values) + "\n")
    told.flush()


def check_python(version=sys.version_info):
    this = ".".join(str(part) for part in version[:3])
    if not OLDEST <= tuple(version[:2]) <= NEWEST:
        again = "py -3.12 start.py" if WINDOWS else "python3.12 start.py"  # `py` alone takes the newest
        raise MissingError("python", oldest="%d.%d" % OLDEST, newest="%d.%d" % NEWEST, this=this, again=again)
    if sys.implementation.name != "cpython":
        raise MissingError("cpython", this=sys.implementation.name)
    if sys.maxsize < 2**32:
        raise MissingError("32bit")


def check_machine(needed):
    """What setting up takes: Python's own parts, a usable path, room on the disk."""
    for name in ("venv", "ensurepip"):
        try:
            __import__(name)
        except ImportError:
            raise MissingError("ensurepip", name=name, version="%d.%d" % sys.version_info[:2])
    for character in (os.pathsep, "\n", "\r"):
        if character in KIT.replace(":", "", 1 if WINDOWS else 0):
            raise MissingError("path", character=repr(character), folder=repr(KIT))
    if WINDOWS and len(KIT) > LONGEST_FOLDER:
        raise MissingError("long")
    free = shutil.disk_usage(KIT).free // 10**6
    if free < needed:
        raise MissingError("space", free=free, needed=needed)


def digest(name):
    try:
        with open(os.path.join(KIT, name), "rb") as source:
            return hashlib.sha256(source.read()).hexdigest()
    except OSError:
        raise MissingError("kit", name=name)


def kit_print():
    """Names, sizes and times of the files that `dastarkhan warm` copies and compiles."""
    found = []
    for top in WARMED:
        for folder, folders, names in os.walk(os.path.join(KIT, top)):
            folders.sort()
            for name in sorted(names):
                if not name.endswith(".mo"):  # made by set-up itself
                    facts = os.stat(os.path.join(folder, name))
                    found.append("%s %d %d" % (os.path.join(folder, name)[len(KIT):], facts.st_size, facts.st_mtime_ns))
    return hashlib.sha256("\n".join(found).encode("utf-8", "surrogateescape")).hexdigest()


def read_stamp():
    try:
        with open(STAMP, encoding="utf-8") as source:
            stamp = json.load(source)
        return stamp if isinstance(stamp, dict) else {}
    except (OSError, ValueError):
        return {}


def write_stamp(stamp):
    with open(STAMP + ".part", "w", encoding="utf-8") as target:
        json.dump(stamp, target, indent=1)
        target.flush()
        os.fsync(target.fileno())
    os.replace(STAMP + ".part", STAMP)


def venv_version():
    """The Python inside .venv, or None when it no longer runs (the system's Python was changed or removed)."""
    try:
        ask = "import sys; print('%d.%d' % sys.version_info[:2])"
        answer = subprocess.check_output([VENV_PYTHON, "-S", "-E", "-c", ask], stderr=subprocess.DEVNULL)
        return answer.decode("ascii").strip()
    except (OSError, subprocess.CalledProcessError):
        return None


def what_to_do(stamp, lock, now):
    """The least that puts the set-up right; a key of SENTENCES, or `ready`."""
    if not stamp.get("finished"):
        if os.path.exists(STAMP):
            return "half"
        return "foreign" if os.path.exists(os.path.join(VENV, "pyvenv.cfg")) else "first"
    if stamp.get("python") != venv_version():
        return "other"
    if stamp.get("locks", {}).get(lock) != now["lock"]:
        return "update"
    if (stamp.get("folder"), stamp.get("project")) != (now["folder"], now["project"]):
        return "moved"
    return "ready" if stamp.get("files") == kit_print() else "changed"


def latch():
    """Hold the set-up for this window alone. The system lets go of it when the program ends, however it ends."""
    os.makedirs(VENV, exist_ok=True)
    held = open(LATCH, "a")  # noqa: SIM115  (kept open until set-up is done)
    try:
        if WINDOWS:
            import msvcrt

            msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        held.close()
        raise MissingError("busy")
    return held


def clean_environment():
    """The user's own settings of pip stay (a mirror, a proxy), but not those that lead outside .venv."""
    environment = dict(os.environ)
    for name in ("PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__", "PIP_TARGET", "PIP_PREFIX"):
        environment.pop(name, None)
    return environment


def follow(command, hear=None):
    """Run a command, give its exit code and text. Lines go to setup.log and to `hear`; a long silence is answered."""
    import queue
    import threading
    import time

    lines = queue.Queue()
    plain = dict(clean_environment(), PIP_USER="0", PIP_NO_INPUT="1", PYTHONUNBUFFERED="1", PYTHONIOENCODING="utf-8")
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    process = subprocess.Popen(command, cwd=KIT, env=plain, **pipes)

    def listen():
        for line in process.stdout:
            lines.put(line.decode("utf-8", "replace"))
        lines.put(None)

    threading.Thread(target=listen, daemon=True).start()
    heard, began = [], time.monotonic()
    try:
        with open(LOG, "a", encoding="utf-8") as log:
            while True:
                try:
                    line = lines.get(timeout=QUIET_SECONDS)
                except queue.Empty:
                    say("alive", seconds=int(time.monotonic() - began))
                    continue
                if line is None:
                    return process.wait(), "".join(heard)
                heard.append(line)
                log.write(line)
                if hear is not None:
                    hear(line)
    except BaseException:
        process.kill()  # Ctrl+C reaches pip too, but a full disk does not
        process.wait()
        raise


def fault(text, otherwise="pip_failed"):
    """The sentence for what pip or the system complained of."""
    for key, pattern in FAULTS:
        found = re.search(pattern, text, re.MULTILINE)
        if found:
            name = found.groupdict().get("name") or "?"
            return MissingError(key, name=name, log=LOG, needed=UPDATE_MB, folder=KIT)
    return MissingError(otherwise, log=LOG, reason=(text.strip().splitlines() or ["?"])[-1])


def must(command, hear=None, otherwise="pip_failed"):
    code, text = follow(command, hear)
    if code != 0:
        raise fault(text, otherwise)


def make_venv():
    """Empty .venv but for the latch, and make it new."""
    for name in os.listdir(VENV):
        path = os.path.join(VENV, name)
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        elif path not in (LATCH, STAMP):
            os.remove(path)
    say("venv")
    base = getattr(sys, "_base_executable", None) or sys.executable  # start.py may itself run inside a .venv
    must([base, "-m", "venv", VENV], otherwise="venv_failed")


def install(lock):
    with open(os.path.join(KIT, lock), encoding="utf-8") as source:
        total = sum("==" in line and ";" not in line for line in source)
    seen = [0]

    def hear(line):
        words = line.split()
        if words[:1] in (["Collecting"], ["Processing"]):  # from the network, or a file at hand
            seen[0] += 1
            part = re.split(r"==|-(?=\d)|-(?=py|cp)", os.path.basename(words[1]))
            say("part", n=seen[0], total=max(total, seen[0]), name=" ".join(part[:2]))
        elif line.startswith("Installing collected packages"):
            say("placing")

    # Bytecode is left to `dastarkhan warm`, which uses every processor.
    pip = [VENV_PYTHON, "-m", "pip", "install", "--progress-bar", "off", "--no-compile", "--require-hashes",
           "--only-binary", ":all:", "-r", lock]
    must(pip, hear)


def install_kit():
    """The kit itself, as it lies in this folder: an edited lesson is used at once. Needs no network."""
    pip = [VENV_PYTHON, "-m", "pip", "install", "--no-deps", "--no-build-isolation", "--no-index", "-e", "."]
    must(pip)


def warm():
    say("warming")
    must([VENV_PYTHON, "-P", "-m", "dastarkhan", "warm"])


def set_up(lock):
    now = {"lock": digest(lock), "project": digest("pyproject.toml"), "folder": KIT}
    todo = what_to_do(read_stamp(), lock, now)
    if todo == "ready":
        return
    if todo == "foreign":
        raise MissingError("foreign")
    if todo in FRESH or todo == "update":
        check_machine(NEEDED_MB[lock] if todo in FRESH else UPDATE_MB)
    held = latch()
    try:
        stamp = read_stamp()
        todo = what_to_do(stamp, lock, now)
        if todo == "ready":  # another window finished meanwhile
            return
        fresh = todo in FRESH
        say(todo)
        write_stamp({"finished": False})
        if fresh:
            make_venv()
        if fresh or todo == "update":
            install(lock)
        if todo != "changed":
            install_kit()
        warm()
        locks = dict({} if fresh else stamp["locks"], **{lock: now["lock"]})
        write_stamp(dict(now, finished=True, python=venv_version(), locks=locks, files=kit_print()))
        say("done")
    finally:
        held.close()


def hand_over(arguments):
    """Become the command itself where the system can do that; on Windows stay and wait for it."""
    if not WINDOWS:
        os.execve(VENV_PYTHON, arguments, clean_environment())
    process = subprocess.Popen(arguments, env=clean_environment())
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # the command has heard Ctrl+C too and ends by itself


def main(words):
    if words[:1] in (["-h"], ["--help"]):
        say("help", me="py start.py" if WINDOWS else "python3 start.py")
        return 0
    testing = words[:1] == ["test"]
    try:
        check_python()
        set_up("requirements-test.lock" if testing else "requirements.lock")
    except MissingError as missing:
        sys.stderr.write("%s\n" % missing)
        return MISSING
    except KeyboardInterrupt:
        say("stopped")
        return STOPPED
    except OSError as error:
        sys.stderr.write("%s\n" % fault(str(error)))
        return MISSING
    if testing:
        os.chdir(KIT)
        return hand_over([VENV_PYTHON, "-m", "pytest"] + words[1:])
    return hand_over([VENV_PYTHON, "-P", "-m", "dastarkhan"] + words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
