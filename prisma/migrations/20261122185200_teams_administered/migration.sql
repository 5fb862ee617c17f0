-- Whole rows are inserted, defaults and all: what may stand in them is for the policies, the guards and the checks.
GRANT INSERT ON "Member", "RoleRequest", "Agreement", "AgreementSignature", "SignatureProposal", "Team" TO hereward_app;
CREATE POLICY addable ON "Team" FOR INSERT TO hereward_app WITH CHECK (administers("agencyId"));
