"""A client as somebody would write it in an afternoon, from the documentation alone: python3, standard library only.

usage: client.py OAUTH_URL API_URL CLIENT_ID CLIENT_SECRET SIRET; the login and the password on two lines of stdin
"""
import base64
import json
import sys
import urllib.error
import urllib.parse
import urllib.request


def call(request):
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, dict(refused.headers), refused.read()


def token(oauth, client_id, client_secret, basic):
    form = {"grant_type": "client_credentials", "scope": "openid"}
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    if basic:
        pair = base64.b64encode(f"{client_id}:{client_secret}".encode()).decode()
        headers["Authorization"] = f"Basic {pair}"
    else:
        form.update(client_id=client_id, client_secret=client_secret)
    body = urllib.parse.urlencode(form).encode()
    return call(urllib.request.Request(f"{oauth}/api/oauth/token", data=body, headers=headers))


def main(oauth, api, client_id, client_secret, siret):
    login, password = sys.stdin.read().split("\n")[:2]
    seen = {}
    for name, basic in (("form", False), ("basic", True)):
        status, _, body = token(oauth, client_id, client_secret, basic)
        given = json.loads(body)
        seen[name] = {"status": status, "token_type": given["token_type"], "expires_in": given["expires_in"], "refresh": "refresh_token" in given}
    status, _, body = token(oauth, client_id, client_secret + "x", False)
    seen["wrong"] = {"status": status, "error": json.loads(body)["error"]}

    headers = {
        "Authorization": f"Bearer {given['access_token']}",
        "cpro-account": base64.b64encode(f"{login}:{password}".encode()).decode(),
        "Content-Type": "application/json;charset=utf-8",
        "Accept": "application/json;charset=utf-8",
    }

    def ask(path, body=None, **other):
        data = None if body is None else json.dumps(body).encode()
        status, answered, text = call(urllib.request.Request(f"{api}/cpro/{path}", data=data, headers={**headers, **other}))
        return status, {name.lower(): value for name, value in answered.items()}, json.loads(text) if text else None

    status, answered, body = ask("transverses/v1/health-check")
    seen["health"] = {"status": status, "code": body["statusCode"], "traced": answered.get("x-correlationid", "")[:3]}

    found, page = [], 1
    while True:
        _, _, body = ask("utilisateurs/v1/monCompte/recuperer/rattachements", {"parametresRecherche": {"nbResultatsParPage": 2, "pageResultatDemandee": page}})
        found += [one["identifiantStructure"] for one in body["listeStructureRattachement"]]
        if page >= body["parametresRetour"]["pages"]:
            break
        page += 1
    seen["rattachements"] = found

    _, _, body = ask("structures/v1/rechercher", {"structure": {"identifiantStructure": siret, "typeIdentifiantStructure": "SIRET"}})
    seen["recherche"] = [one["identifiantStructure"] for one in body["listeStructures"]]
    _, _, body = ask("structures/v1/rechercher/services", {"idStructure": body["listeStructures"][0]["idStructureCPP"]})
    seen["services"] = {"codeRetour": body["codeRetour"], "first page": len(body["listeServices"])}

    status, answered, _ = ask("transverses/v1/health-check", **{"cpro-account": base64.b64encode(b"nobody:x").decode()})
    seen["refused"] = {"status": status, "realm": answered["www-authenticate"].split('"')[1]}
    print(json.dumps(seen))


main(*sys.argv[1:])
