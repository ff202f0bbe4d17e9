"""Numbers, days and deadlines that are none."""

from tests.hostile.case import Case, fine, indicator, task, wrong


def _baseline(name: str, value: bytes, *expected: str) -> Case:
    content = indicator(b"baseline", b"{value: " + value + b", as_of: 2023-05-31}")
    return Case(f"baseline {name}", content, expected, "indicators.yaml", 1 if expected else 0)


def _day(name: str, value: bytes, *expected: str) -> Case:
    return wrong(f"day {name}", task(b"  updates: [{state: done, source: a, date: " + value + b"}]\n"), *expected)


def _due(name: str, value: bytes, *expected: str) -> Case:
    return wrong(f"due {name}", task(b"  due: " + value + b"\n"), *expected)


CASES: tuple[Case, ...] = (
    _baseline("infinite", b".inf", "KH113 6:21"),
    _baseline("minus infinite", b"-.INF", "KH113 6:21"),
    _baseline("no number", b".nan", "KH113 6:21"),
    _baseline("as the word inf", b"inf", "KH208 6:21"),
    _baseline("of 41 digits", b"9" * 41, "KH113 6:21"),
    _baseline("of 5,000 digits", b"9" * 5000, "KH113 6:21"),
    _baseline("of 16 digits", b"9" * 16, "KH209 6:21"),
    _baseline("with 41 places", b"0." + b"1" * 41, "KH113 6:21"),
    _baseline("with 11 places", b"0." + b"1" * 11, "KH209 6:21"),
    _baseline("with a huge exponent", b"1e999999999", "KH113 6:21"),
    _baseline("with an exponent of twenty digits", b"1e99999999999999999999", "KH113 6:21"),
    _baseline("with a huge negative exponent", b"1e-999999999", "KH113 6:21"),
    _baseline("with an exponent within reason", b"2e1"),
    _baseline("with an exponent of 20", b"1e20", "KH209 6:21"),
    _baseline("hexadecimal", b"0x1F"),
    _baseline("octal", b"0o17"),
    _baseline("octal of YAML 1.1", b"010"),
    _baseline("with underscores", b"1_000", "KH208 6:21"),
    _baseline("in base 60", b"'1:30'", "KH208 6:21"),
    _baseline("minus zero", b"-0"),
    _baseline("with a decimal comma in quotes", b'"29,2"', "KH208 6:21"),
    _baseline("with a percent sign", b"29.2%", "KH208 6:21"),
    _baseline("in quotes", b'"29.2"', "KH208 6:21"),
    _baseline("true", b"true", "KH208 6:21"),
    _baseline("a list", b"[1]", "KH208 6:14"),
    _baseline("in Arabic digits", "٣٠".encode(), "KH208 6:21"),
    _baseline("in full-width digits", "３０".encode(), "KH208 6:21"),
    _baseline("with a thin space", "1\u2009000".encode(), "KH208 6:21"),
    _baseline("below zero", b"-1", "KH402 6:21"),
    _baseline("over a hundred percent", b"292", "KH402 6:21", "KH405 7:39"),
    _day("that does not exist", b"2023-02-30", "KH204 4:44"),
    _day("of no leap year", b"2023-02-29", "KH204 4:44"),
    _day("of month 13", b"2023-13-01", "KH204 4:44"),
    _day("zero", b"2023-00-00", "KH204 4:44"),
    _day("of the year 0", b"0000-01-01", "KH204 4:44"),
    _day("of the year 1", b"0001-01-01", "KH204 4:44"),
    _day("of the year 9999", b"9999-12-31", "KH204 4:44"),
    _day("of the year 10000", b"10000-01-01", "KH204 4:44"),
    _day("with slashes", b"1/7/2023", "KH204 4:44"),
    _day("with slashes that does not exist", b"31/9/2023", "KH204 4:44"),
    _day("with a time", b"'2023-07-01T00:00:00Z'", "KH204 4:44"),
    _day("as a number", b"20230701", "KH204 4:44"),
    _day("null", b"null", "KH204 4:44"),
    _day("as a list", b"[2023-07-01]", "KH204 4:38"),
    _day("in Arabic digits", "٢٠٢٣-٠٧-٠١".encode(), "KH204 4:44"),
    _day("of a week", b"2023-W26-1", "KH204 4:44"),
    _due("in words", b"som", "KH205 4:8"),
    _due("of quarter V", "Quý V/2023".encode(), "KH205 4:8"),
    _due("of month 13", b"13/2023", "KH205 4:8"),
    _due("backwards", "Quý III-I/2023".encode(), "KH205 4:8"),
    _due("of year 0", b"0", "KH205 4:8"),
    _due("of year 9999", b"9999", "KH205 4:8"),
    _due("of another year", b"2031", "KH501 4:8"),
    _due("true", b"true", "KH205 4:8"),
    _due("a list", b"[2023]", "KH205 4:3"),
    _due("with a dotless i", "Quý ı/2023".encode(), "KH205 4:8"),
    _due("of 10,000 quoted letters", b'"external: ' + b"a" * 10_000 + b'"', "KH205 4:8"),
    fine("due with loose accents", task("  due: Quy\u0301 III/2023\n".encode())),
    fine("due in capitals", task("  due: QUÝ iii/2023\n".encode())),
)
