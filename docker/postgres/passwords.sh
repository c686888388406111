#!/usr/bin/env bash
# Runs once, when the database folder is new: the passwords of the four roles come from the environment (.env).
set -euo pipefail
for role in owner app worker portal; do
  variable="APRITE_${role^^}_PASSWORD"
  psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    --set role="aprite_$role" --set password="${!variable:?$variable is not set}" <<'SQL'
alter role :"role" password :'password';
SQL
done
