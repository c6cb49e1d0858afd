#!/usr/bin/env bash
# Writes a backup of the whole database, of one moment, while the site runs: backup.sh [FOLDER], by default backups/.
# It holds names and texts in plain form: encrypt it before it leaves the machine. No key of the site is in it.
set -euo pipefail
umask 077
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=${1:-"$here/backups"}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
cd "$here"

name=vidhuk-$(date -u +%Y%m%dT%H%M%SZ).archive.gz
trap 'rm -f "$folder/$name.partial"' EXIT
docker compose run --rm --no-deps -T tools dump >"$folder/$name.partial"
gzip -t "$folder/$name.partial"
mv "$folder/$name.partial" "$folder/$name"
(cd "$folder" && sha256sum "$name" >"$name.sha256")
echo "$folder/$name"
