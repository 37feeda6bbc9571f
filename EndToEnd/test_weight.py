"""What a first view costs on the wire, everything included: headers, styles, scripts, pictures."""

from budgets import first_view


def test_first_view(visit, path):
    page = visit(None, viewport={"width": 360, "height": 800})
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    addresses, weights = {}, {}
    network.on("Network.requestWillBeSent", lambda event: addresses.update({event["requestId"]: event["request"]["url"]}))
    network.on("Network.loadingFinished", lambda event: weights.update({event["requestId"]: int(event["encodedDataLength"])}))
    page.goto(path, wait_until="networkidle")
    assert weights, "nothing came over the wire"
    assert set(weights) == set(addresses), "something failed to load"
    told = {addresses[request]: weight for request, weight in weights.items()}
    assert sum(weights.values()) <= first_view(path), told
