#!/usr/bin/env bash
# Runs beside MongoDB, in the container `tools`. Passwords go by files in memory, never on a command line.
#   is-empty   exits with 0 where the city's database holds nothing, with 3 where it does
#   drop       removes the city's database
#   dump       writes a backup to standard output
#   restore    reads one from standard input
set -euo pipefail
secrets=${SECRETS:-/run/secrets}
members=${MEMBERS:-mongo1:27017,mongo2:27017,mongo3:27017}
database=${DATABASE:-vidhuk}
umask 077
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

address() { # NAME SECRET
  printf 'mongodb://%s:%s@%s/?replicaSet=rs0&authSource=admin' "$1" "$(cat "$secrets/$2")" "$members"
}
options() { # NAME SECRET: the address as a file for the database tools
  printf 'uri: "%s"\n' "$(address "$1" "$2")" >"$folder/options.yml"
}
shell() { # JAVASCRIPT: runs it as root with `city` for the city's database
  printf 'const city = connect("%s").getSiblingDB("%s");\n%s\n' "$(address root mongo_root_password)" "$database" "$1" >"$folder/ask.js"
  mongosh --quiet --norc --nodb --file "$folder/ask.js"
}

case ${1:-} in
  is-empty) shell 'quit(city.getCollectionNames().length === 0 ? 0 : 3)' ;;
  drop) shell 'city.dropDatabase({ w: "majority" })' ;;
  dump)
    options backup mongo_backup_password
    mongodump --config="$folder/options.yml" --oplog --archive --gzip
    ;;
  # Accounts that are there keep their passwords: only what --drop removes would be replaced.
  restore)
    options root mongo_root_password
    mongorestore --config="$folder/options.yml" --oplogReplay --archive --gzip --stopOnError
    ;;
  *)
    echo "tools.sh is-empty | drop | dump | restore" >&2
    exit 2
    ;;
esac
