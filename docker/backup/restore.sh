#!/usr/bin/env bash
# Puts a copy made by backup.sh into a new, empty compose installation (docker compose down --volumes first).
#   docker/backup/restore.sh /srv/backups/aprite-20261121T190000Z
set -euo pipefail
source="${1:?From where? restore.sh FOLDER}"
compose=(docker compose --file "$(dirname "$0")/../compose.yml")
(cd "$source" && sha256sum --check --quiet SHA256SUMS)

"${compose[@]}" up --detach --wait postgres
# Extensions, dictionaries and roles are there already (init.sql); the dump names them again.
"${compose[@]}" exec -T postgres pg_restore --username postgres --dbname aprite --clean --if-exists < "$source/aprite.dump"
"${compose[@]}" up --detach s3
"${compose[@]}" exec -T s3 tar -C /data -xf - < "$source/s3.tar"
"${compose[@]}" restart s3
"${compose[@]}" run --rm --no-deps -T api tar -C /data -xf - < "$source/data.tar"
"${compose[@]}" up --detach --wait
"${compose[@]}" run --rm --no-deps -T \
  -e OWNER_DATABASE_URL="postgres://aprite_owner:${APRITE_OWNER_PASSWORD:?}@postgres:5432/aprite" \
  api node dist/apps/cli/main.js journal verify
