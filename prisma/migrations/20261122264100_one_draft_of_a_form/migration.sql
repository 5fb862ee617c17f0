-- Of one form one version at a time is written or waits, so that two people never prepare two next versions.
CREATE UNIQUE INDEX "Template_one_draft" ON "Template" (key) WHERE status IN ('draft', 'waiting');
