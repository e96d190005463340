#!/usr/bin/env bash
# Submits an agency's report of a month's events. Run it again until it exits with 0: it reports only once.
#
#   CWA_TOKEN=… ./submit-report.sh SSA 1999-01 events.json
#
# Exits with 0 if the report is stored, 1 if it is refused and has to be corrected, 2 if the server could not be reached.
set -euo pipefail
url=${CWA_URL:-http://localhost:5000}
agency=$1 month=$2 events=$3

# Prints the answer to a request. Without an answer that tells the outcome, sends the request again, unchanged.
ask() {
  local request=$1 answer status pause
  for pause in 1 2 4 8 0; do
    if answer=$(curl -sS --max-time 30 -w '\n%{http_code}' "$url/graphql" --data-binary @- \
      -H "Authorization: Bearer $CWA_TOKEN" -H 'Content-Type: application/json' -H 'Accept: application/graphql-response+json' <<<"$request")
    then
      status=${answer##*$'\n'} answer=${answer%$'\n'*}
      if [ "$status" -lt 500 ] && ! jq -e 'any(.errors[]?.extensions.code; . == "TIMEOUT" or . == "INTERNAL_SERVER_ERROR")' <<<"$answer" >/dev/null; then
        jq -e '.data // empty' <<<"$answer" && return
        jq -r '.errors[] | "\(.extensions.code): \(.message)"' <<<"$answer" >&2
        exit 1
      fi
    fi
    sleep "$pause"
  done
  echo "No answer. Run this again later: it goes on with the same key." >&2
  exit 2
}

agency_id=$(ask "$(jq -n --arg agency "$agency" \
  '{ query: "query ($agency: String!) { agency(by: { abbreviation: $agency }) { id } }", variables: { $agency } }')" | jq -r '.agency.id // ""')

# One key for each report, kept until its answer has come: a second run, after a crash, repeats the same request.
[ -s "$events.key" ] || od -An -N16 -tx1 /dev/urandom | tr -d ' \n' > "$events.key"

request=$(jq -n --arg agencyId "$agency_id" --arg month "$month" --arg idempotencyKey "$(cat "$events.key")" --slurpfile events "$events" '{
  query: "mutation ($input: SubmitMonthlyReportInput!) { submitMonthlyReport(input: $input) { monthlyReport { revision dueOn } errors { message path } warnings { message path } } }",
  variables: { input: { $agencyId, $month, $idempotencyKey, events: $events[0] } }
}') || exit 1
payload=$(ask "$request" | jq .submitMonthlyReport)
rm "$events.key"

# All errors come at once, each with its place: input.events.0.startsOn is the first event's day.
jq -r '.errors[], .warnings[] | "\(.path | join(".")): \(.message)"' <<<"$payload" >&2
jq -er '.monthlyReport // empty | "Submitted as revision \(.revision); it was due on \(.dueOn)."' <<<"$payload" || exit 1
