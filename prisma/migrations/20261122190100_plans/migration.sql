-- Hereward's statements are long, because the access rule is in each, and quick: compiling one takes longer than it saves.
ALTER ROLE hereward_app SET jit = off;
ALTER ROLE hereward_jobs SET jit = off;
