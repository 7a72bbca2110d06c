#!/usr/bin/env bash
# Runs a command with a PostgreSQL server of its own on loopback, made for it and removed after it.
# Where there is no PostgreSQL it is installed (Debian, as root); where it can't be, the command is not run, and said so.
set -euo pipefail

binaries() { { ls /usr/lib/postgresql/*/bin/initdb /usr/local/pgsql/bin/initdb 2>/dev/null || true; } | sort -V | tail -n 1 | xargs -r dirname; }

if [ -z "$(binaries)" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo 'Installing PostgreSQL for the tests…'
  mkdir -p /etc/postgresql-common
  grep -qs create_main_cluster /etc/postgresql-common/createcluster.conf \
    || echo 'create_main_cluster = false' >>/etc/postgresql-common/createcluster.conf
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq >/dev/null && apt-get install -y -qq --no-install-recommends postgresql >/dev/null || true
fi
bin=$(binaries)
if [ -z "$bin" ]; then
  echo 'NOT RUN on PostgreSQL: no server on this machine. Install the package postgresql.'
  exit 0
fi

folder=$(mktemp -d /tmp/goldthread-postgresql.XXXXXX)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
  as_server() { runuser -u postgres -- "$@"; }
else
  as_server() { "$@"; }
fi
stop() { as_server "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"; }
trap stop EXIT

cd "$folder"
as_server "$bin/initdb" -D "$folder/data" -U goldthread --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null
as_server "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
  -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c fsync=off" start >/dev/null
cd "$OLDPWD"
export GOLDTHREAD_DATABASE_URL="postgres://goldthread@127.0.0.1:$port/postgres"
"$@"
