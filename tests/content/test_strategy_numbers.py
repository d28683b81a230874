"""The worked examples of the strategy module, done again from the numbers that stand in their tables and charts."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import yaml

from sosmed_learn.content.locations import bundled

LESSONS = bundled().courses / "strategy" / "lessons"
TEN = Decimal(10)


def _text(lesson: str, step: str) -> str:
    steps: list[dict[str, Any]] = yaml.load((LESSONS / f"{lesson}.yaml").read_text("utf-8"), yaml.BaseLoader)["steps"]
    said: str = next(each["text"]["en"] for each in steps if each.get("id") == step)
    return said


def _asked(lesson: str, name: str) -> dict[str, Any]:
    steps: list[dict[str, Any]] = yaml.load((LESSONS / f"{lesson}.yaml").read_text("utf-8"), yaml.BaseLoader)["steps"]
    found: dict[str, Any] = next(each["question"] for each in steps if each.get("question", {}).get("id") == name)
    return found


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text.replace(",", ""))]


def _rows(text: str) -> list[list[Decimal]]:
    """The numbers of each row of a table, the name in front left out."""
    cells = [line.strip("|").split("|")[1:] for line in text.splitlines() if re.match(r"\|.*\d", line)]
    return [
        [Decimal(re.sub(r"[,%]", "", cell.strip())) for cell in row] for row in cells if row[-1].strip()[0].isdigit()
    ]


def _to(number: Decimal, places: int) -> Decimal:
    return number.quantize(TEN**-places, ROUND_HALF_UP)


def test_scores_of_key_results_follow_from_start_target_and_result() -> None:
    text = _text("tujuan-smart-okr", "menghitung-capaian")
    rows = _rows(text)
    assert len(rows) == 3
    for start, target, result, score in rows:
        assert (result - start) / (target - start) == score
    average = _to(sum((row[-1] for row in rows), Decimal(0)) / len(rows), 2)
    assert f"**{average}**" in text
    assert f"Reading {average}" in _text("tujuan-smart-okr", "membaca-capaian")


def test_the_chats_of_the_example_are_all_in_its_chart() -> None:
    text = _text("riset-audiens-persona", "seratus-dua-puluh-chat")
    parts = [int(part) for part in re.findall(r"^[A-Z][^:\n]+: (\d+)$", text, re.MULTILINE)]
    assert sum(parts) == 120
    assert f"{max(parts)} of 120 chats" in _text("riset-audiens-persona", "kartu-persona")
    for part in parts:
        assert f"{part} ÷ 120" in text


def test_followers_and_buyers_each_make_a_hundred_per_cent() -> None:
    rows = re.findall(r": (\d+) \| (\d+)$", _text("riset-audiens-persona", "pengikut-bukan-pembeli"), re.MULTILINE)
    assert [sum(int(row[side]) for row in rows) for side in (0, 1)] == [100, 100]


def test_rates_of_the_audit_follow_from_followers_and_interactions() -> None:
    rows = _rows(_text("audit-akun-pesaing", "tiga-akun-kopi"))
    assert len(rows) == 3
    for followers, interactions, rate in rows:
        assert _to(interactions / followers * 100, 1) == rate


def test_scores_of_channels_follow_from_their_weights() -> None:
    text = _text("pilih-kanal", "matriks-sambal")
    weights = [Decimal(weight) / 100 for weight in re.findall(r"(?:Audience|Path|Capacity) (\d+)", text)]
    assert sum(weights) == 1
    rows = _rows(text)
    assert len(rows) == 4
    for *scores, total in rows:
        assert sum(score * weight for score, weight in zip(scores, weights, strict=True)) == total
    assert [row[-1] for row in rows] == sorted((row[-1] for row in rows), reverse=True)


def test_the_orders_and_visits_asked_for_follow_from_the_records_in_the_question() -> None:
    coffee = _asked("strategi-bukan-jadwal", "coffee-chats")
    sales, orders, _, chats, bought, extra = _numbers(coffee["prompt"]["en"])
    assert Decimal(coffee["answer"]) == Decimal(extra) / (sales // orders)
    assert Decimal(coffee["slips"][0]["answer"]) == Decimal(extra) / (sales // orders) * chats / bought
    aloe = _asked("strategi-bukan-jadwal", "aloe-visits")
    _, visits, wrote, chats, bought, needed = _numbers(aloe["prompt"]["en"])
    assert Decimal(aloe["answer"]) == Decimal(needed) * chats / bought * visits / wrote


def test_the_account_worth_an_hour_has_the_highest_rate() -> None:
    asked = _asked("audit-akun-pesaing", "live-tiap-malam")
    rates = [interactions / followers for followers, interactions in _rows(asked["prompt"]["en"])]
    assert rates[-1] == max(rates)
    assert min(_rows(asked["prompt"]["en"]))[0] == _rows(asked["prompt"]["en"])[-1][0]
    assert asked["choices"][1]["correct"]


def test_the_action_rate_fell_while_every_action_rose() -> None:
    june, july = _rows(_asked("profil-bisnis-google", "naik-sesudah-foto")["prompt"]["en"])
    assert all(now > before for before, now in zip(june, july, strict=True))
    assert sum(july[1:]) / july[0] < sum(june[1:]) / june[0]


def test_the_codes_of_twenty_chats_are_counted_as_the_reason_says() -> None:
    asked = _asked("riset-audiens-persona", "dua-puluh-kode")
    codes = re.findall(r"\b[CUHL]\b(?= [CUHL]\b| \|)", asked["prompt"]["en"])
    said = next(choice["why"]["en"] for choice in asked["choices"] if "correct" in choice)
    assert len(codes) == 20
    assert f"L appears {codes.count('L')} times out of 20, C {codes.count('C')} times" in said
    assert f"U and H {codes.count('H')} times each" in said
    assert codes.count("H") == codes.count("U")
    assert codes.count("L") * 4 >= len(codes)


def test_action_rates_of_the_listing_follow_from_views_and_actions() -> None:
    text = _text("profil-bisnis-google", "tingkat-tindakan").replace(",", "")
    calls, ways, links = (int(part) for part in re.findall(r"(\d+) (?:calls|requests|taps)", text))
    first = int(*re.findall(r"= (\d+) actions", text))
    assert calls + ways + links == first
    then = re.search(r"(\d+) ÷ 1310", text)
    assert then
    assert f" {int(then[1]) - first} more actions" in text


def test_hours_of_the_calendar_follow_from_numbers_and_hours_each() -> None:
    text = _text("pilar-kurasi-kalender", "hitung-jam")
    rows = _rows(text)
    assert len(rows) == 3
    for number, each, hours in rows:
        assert number * each == hours
    used = sum((row[-1] for row in rows), Decimal(0))
    assert f"= {used} hours, with {24 - used} left" in text


def test_the_limit_for_ads_and_what_is_left_follow_from_price_margin_and_budget() -> None:
    text = _text("brief-anggaran-ukur", "biaya-impas").replace(",", "")
    price, margin = (int(part) for part in re.findall(r"costs Rp(\d+) with a gross margin of (\d+)%", text)[0])
    budget, target = (int(part) for part in re.findall(r"Rp(\d+) ÷ Rp(\d+) = \*\*\d+ orders", text)[0])
    limit, orders = price * margin // 100, budget // target
    assert f"{price} × {margin}% = **Rp{limit}**." in text
    assert target * 2 == limit
    assert f"{orders} × Rp{limit} − Rp{budget} = **Rp{orders * limit - budget}**" in text
    assert f"sales {orders} × Rp{price} = Rp{orders * price}" in text
