"""Whether a page may be mined: robots.txt, the reservation protocol in header, page and site file, and our list."""
import re
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

AGENT = "KarstBot"
_META = re.compile(r"<meta\s[^>]{0,300}name=[\"']tdm-reservation[\"'][^>]{0,300}>", re.IGNORECASE)


def allowed(url: str, robots: str, headers: Mapping[str, str], page: str, site: Iterable[Mapping] = (),
            opted_out: frozenset[str] = frozenset()) -> bool:
    """All four have to agree; what cannot be understood counts as reserved."""
    host = urlsplit(url).hostname or ""
    listed = any(host == name or host.endswith(f".{name}") for name in opted_out)
    return not (listed or _by_robots(url, robots) or _by_header(headers) or _by_page(page) or _by_site(url, site))


def _by_robots(url: str, robots: str) -> bool:
    parser = RobotFileParser()
    parser.parse(robots.splitlines())
    return not parser.can_fetch(AGENT, url)


def _by_header(headers: Mapping[str, str]) -> bool:
    found = {name.lower(): value.strip().lower() for name, value in headers.items()}
    robots = found.get("x-robots-tag", "")
    return found.get("tdm-reservation", "0") != "0" or "noai" in robots


def _by_page(page: str) -> bool:
    return any(not re.search(r"content=[\"']0[\"']", found) for found in _META.findall(page))


def _by_site(url: str, site: Iterable[Mapping]) -> bool:
    """The file /.well-known/tdmrep.json: the first rule whose location fits decides."""
    path = urlsplit(url).path or "/"
    rule = next((one for one in site if fnmatchcase(path, one.get("location", "/*"))), None)
    return rule is not None and str(rule.get("tdm-reservation", 1)) != "0"
