#!/usr/bin/env bash
# Makes the secrets that are lacking in secrets/ (or the folder that is named). What is there is never changed.
set -euo pipefail
folder=${1:-secrets}
umask 077
mkdir -p "$folder/tls"
# The folder is closed to others; the files are open, since each process reads its own as a user of its container.
chmod 700 "$folder"

keep() { # NAME: writes standard input to the secret unless it is there
  if [[ -e "$folder/$1" ]]; then
    echo "kept  $1"
    cat >/dev/null
  else
    cat >"$folder/$1.new"
    chmod 444 "$folder/$1.new"
    mv "$folder/$1.new" "$folder/$1"
    echo "made  $1"
  fi
}
password() { openssl rand -hex 24; }
key_ring() { echo "k1:$(openssl rand -base64 32)"; }
secret() { cat "$folder/$1"; }

openssl rand -base64 756 | keep mongo_keyfile
for name in mongo_root_password mongo_app_password mongo_backup_password redis_password; do password | keep "$name"; done
echo "mongodb://vidhuk:$(secret mongo_app_password)@mongo1:27017,mongo2:27017,mongo3:27017/vidhuk?replicaSet=rs0&authSource=admin&w=majority" |
  keep mongodb_uri
echo "redis://:$(secret redis_password)@redis:6379" | keep redis_url
for name in data_keys history_keys; do key_ring | keep "$name"; done
# Empty until the city has a provider.
for name in sms_http_key sms_hook_key sms_smpp_url twilio_auth_token smtp_url eid_client_secret; do printf '' | keep "$name"; done

echo "Copy data_keys and history_keys to a safe place away from every backup of the database: what they sealed is lost with them."
