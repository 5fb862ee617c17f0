-- An action says what is asked and why, apart: the answerer reads the first in a list, and the second when deciding.
ALTER TABLE "SharedAction" ADD COLUMN why text NOT NULL DEFAULT '';
