#!/usr/bin/env bash
# One consistent copy of the compose installation: database, then files, then keys, into a folder of its own.
# The database first: stored files are never altered, so those copied later hold all that it names.
#   docker/backup/backup.sh /srv/backups
set -euo pipefail
target="${1:?Where to? backup.sh FOLDER}/aprite-$(date -u +%Y%m%dT%H%M%SZ)"
compose=(docker compose --file "$(dirname "$0")/../compose.yml")
umask 077
mkdir -p "$target"

"${compose[@]}" exec -T postgres pg_dump --username postgres --format=custom aprite > "$target/aprite.dump"
"${compose[@]}" exec -T s3 tar -C /data -cf - . > "$target/s3.tar"
"${compose[@]}" run --rm --no-deps -T api tar -C /data -cf - files keys > "$target/data.tar"
(cd "$target" && sha256sum -- * > SHA256SUMS)
echo "$target"
