"""Who sends is told by our own proxies, and by nothing that a sender writes."""

import pytest

from glossary.limits import sender_of

SENDER, PROXY, OTHER, NEAR = "198.51.100.7", "10.0.0.1", "10.0.0.2", "10.0.0.9"


@pytest.mark.parametrize(
    ("proxies", "forwarded_for", "sender"),
    [
        pytest.param(0, None, NEAR, id="nobody-between"),
        pytest.param(0, "192.0.2.1", NEAR, id="forged-without-a-proxy"),
        pytest.param(0, "192.0.2.1, 192.0.2.2", NEAR, id="forged-twice"),
        pytest.param(1, SENDER, SENDER, id="one"),
        pytest.param(1, f"192.0.2.1, {SENDER}", SENDER, id="forged-before-one"),
        pytest.param(1, f" , {SENDER} ,", SENDER, id="spaces"),
        pytest.param(2, f"192.0.2.1, {SENDER}, {PROXY}", SENDER, id="two"),
        pytest.param(2, f"{SENDER}, {OTHER}", SENDER, id="through-another"),
        pytest.param(3, "192.0.2.1", "192.0.2.1", id="fewer-than-we-thought"),
        pytest.param(1, None, NEAR, id="a-proxy-that-says-nothing"),
        pytest.param(1, "", NEAR, id="a-proxy-that-says-less"),
        pytest.param(1, ", ".join(["192.0.2.1"] * 900 + [SENDER]), SENDER, id="long"),
    ],
)
def test_a_sender_is_who_our_proxies_say(settings, proxies, forwarded_for, sender):
    settings.PROXIES = proxies

    assert sender_of(NEAR, forwarded_for) == sender


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        pytest.param("2001:db8:0:1::1", "2001:DB8:0:1:ffff::2", True, id="one-network"),
        pytest.param("2001:db8:0:1::1", "2001:db8:0:2::1", False, id="two-networks"),
        pytest.param("::ffff:192.0.2.1", "::ffff:192.0.2.2", False, id="mapped"),
        pytest.param("::ffff:192.0.2.1", "192.0.2.1", True, id="mapped-and-plain"),
        pytest.param("unix:", "unix:", True, id="no-address"),
        pytest.param("192.0.2.1", "192.0.2.2", False, id="neighbours"),
        pytest.param("192.0.2.1:4711", "192.0.2.1:4712", True, id="ports"),
        pytest.param("[2001:db8::1]:1", '"[2001:db8::2]"', True, id="ports-of-ipv6"),
        pytest.param("[2001:db8::1]:1", "2001:db8::1", True, id="port-and-none"),
        pytest.param("2001:db8:0:1::80", "2001:db8:0:2::80", False, id="no-port"),
    ],
)
def test_a_sender_has_many_addresses_of_ipv6(first, second, is_one):
    assert (sender_of(first, None) == sender_of(second, None)) is is_one
