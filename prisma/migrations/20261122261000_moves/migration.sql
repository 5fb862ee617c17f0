-- Where somebody lives is a place, or an address that is kept confidential and stands encrypted in its own row.
ALTER TABLE "Residence" ALTER COLUMN "placeId" DROP NOT NULL,
  ADD COLUMN "sealedAddress" TEXT,
  ADD CONSTRAINT "Residence_somewhere" CHECK (num_nonnulls("placeId", "sealedAddress") = 1),
  ADD CONSTRAINT "Residence_sealed" CHECK ("sealedAddress" IS NULL OR "isConfidential" AND "sealedAddress" LIKE 'v1.%'),
  ADD CONSTRAINT "Residence_in_order" CHECK ("endsOn" IS NULL OR "startsOn" IS NULL OR "startsOn" <= "endsOn");
-- A home is typed for whoever moves away, too: a place belongs to the agency that typed it, in whichever district it lies. Taking a report there still takes an agreement for it.
ALTER POLICY addable ON "Place" WITH CHECK ("agencyId" = (SELECT ctx_agency()) AND cardinality((SELECT ctx_areas())::uuid[]) > 0);
