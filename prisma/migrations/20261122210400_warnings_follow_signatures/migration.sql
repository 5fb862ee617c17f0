-- As Prisma's schema says it.
ALTER TABLE "AgreementWarning" DROP CONSTRAINT "AgreementWarning_signatureId_fkey",
  ADD CONSTRAINT "AgreementWarning_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "AgreementSignature"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
