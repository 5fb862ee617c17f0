#!/bin/sh
# Runs once, when the volume is new: the role that owns the tables, and its database.
# It may make roles and pass row-level security, as migrations must, and is no superuser.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$HEREWARD_OWNER_PASSWORD" --username="$POSTGRES_USER" --dbname=postgres <<'SQL'
CREATE ROLE hereward LOGIN CREATEROLE CREATEDB BYPASSRLS PASSWORD :'password';
ALTER ROLE hereward SET createrole_self_grant = 'set';
CREATE DATABASE hereward OWNER hereward;
SQL
