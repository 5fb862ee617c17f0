-- Notices of the administration: of an agreement, or about a member. Like every notice they hold no words.
ALTER TABLE "Notification"
  ADD COLUMN "agreementId" UUID,
  ADD COLUMN "aboutMemberId" UUID;
