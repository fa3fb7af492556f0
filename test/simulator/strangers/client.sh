#!/bin/sh
# A client as an administrator would write it, from the documentation alone: curl and the usual tools.
# usage: client.sh OAUTH_URL API_URL CLIENT_ID CLIENT_SECRET SIRET; the login and the password on two lines of stdin
set -eu
oauth=$1 api=$2 id=$3 secret=$4 siret=$5
IFS= read -r login
IFS= read -r password

field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p"; }

form=$(curl -sS "$oauth/api/oauth/token" -d grant_type=client_credentials -d scope=openid -d "client_id=$id" --data-urlencode "client_secret=$secret")
printf 'form %s %s\n' "$(printf %s "$form" | field token_type)" "$(printf %s "$form" | field expires_in)"
basic=$(curl -sS -u "$id:$secret" "$oauth/api/oauth/token" -d grant_type=client_credentials)
token=$(printf %s "$basic" | field access_token)
printf 'basic %s\n' "$(printf %s "$basic" | field token_type)"

account=$(printf '%s:%s' "$login" "$password" | base64 | tr -d '\n')
call() {
  path=$1
  shift
  curl -sS -H "Authorization: Bearer $token" -H "cpro-account: $account" -H 'Content-Type: application/json;charset=utf-8' "$@" "$api/cpro/$path"
}

printf 'health %s\n' "$(call transverses/v1/health-check -o /dev/null -w '%{http_code}')"
printf 'rattachements %s\n' "$(call utilisateurs/v1/monCompte/recuperer/rattachements --data '{"parametresRecherche":{"nbResultatsParPage":100}}' |
  grep -o '"identifiantStructure":"[^"]*"' | wc -l | tr -d ' ')"
printf 'recherche %s\n' "$(call structures/v1/rechercher --data "{\"structure\":{\"identifiantStructure\":\"$siret\",\"typeIdentifiantStructure\":\"SIRET\"}}" | field identifiantStructure)"
printf 'unknown %s\n' "$(call structures/v1/rechercher/criteres --data '{}' -o /dev/null -w '%{http_code}')"
