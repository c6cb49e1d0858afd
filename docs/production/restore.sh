#!/usr/bin/env bash
# Puts a backup back: restore.sh FILE [--replace]. A database that holds something is refused unless --replace says that it may go.
# The site and the workers are stopped first and stay so: look at what `verify` says, then `docker compose up -d`.
set -euo pipefail
usage() {
  echo "restore.sh FILE [--replace]" >&2
  exit 2
}
file=${1:-}
[[ -f "$file" ]] || usage
case ${2:-} in
  '') replace=no ;;
  --replace) replace=yes ;;
  *) usage ;;
esac
file=$(cd "$(dirname "$file")" && pwd)/$(basename "$file")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

tools() { docker compose run --rm --no-deps -T tools "$@"; }
told() { # WHAT: refuses in one line
  echo "restore.sh: $1" >&2
  exit 1
}

(cd "$(dirname "$file")" && sha256sum --check --status "$(basename "$file").sha256") ||
  told "the checksum of $file does not fit, or is not beside it; nothing was changed"

docker compose up -d --wait mongo1 mongo2 mongo3 redis
docker compose run --rm found
state=0
tools is-empty || state=$?
case $state in
  0) ;;
  3) [[ $replace == yes ]] || told "the database holds something; nothing was changed (--replace removes it first)" ;;
  *) told "the database could not be asked; nothing was changed" ;;
esac

docker compose stop web1 web2 work1 work2
[[ $state == 0 ]] || tools drop
tools restore <"$file"
# What waits in Redis belongs to the database that is gone; the workers queue anew what the rows of this one call for.
docker compose exec -T redis sh -c 'REDISCLI_AUTH="$(cat /run/secrets/redis_password)" redis-cli flushall'
docker compose run --rm migrate
docker compose run --rm task verify
echo "Restored from $file. The site and the workers are stopped; start them with: docker compose up -d"
