import json, sys, urllib.request

base, token, sheets = sys.argv[1], "1", []
while token:
    with urllib.request.urlopen(f"{base}/api/fichas?maxResults=100&pageToken={token}") as answer:
        page = json.load(answer)["fichas"]
    sheets += page["items"]["ficha"]
    token = page["nextPageToken"]
print(f"{len(sheets)} of {page['total']} sheets, the first: {sheets[0]['titulo']}")
