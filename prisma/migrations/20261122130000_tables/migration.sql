-- Time in SQL is app_now(): the transaction's clock plus an offset that only the owner writes, so that tests can move it.
-- Cut to milliseconds, so that a row's own time equals app_now() within the transaction that wrote it.
CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN date_trunc('milliseconds', now() + make_interval(secs => coalesce((SELECT "offsetMs" FROM "ClockOffset" WHERE id = 1), 0) / 1000.0));
END $$;


-- CreateEnum
CREATE TYPE "MemberRole" AS ENUM ('reporter', 'practitioner', 'coordinator', 'manager', 'chair', 'agency_admin', 'governance', 'analyst', 'system_admin');

-- CreateEnum
CREATE TYPE "Side" AS ENUM ('both', 'victim', 'perpetrator');

-- CreateEnum
CREATE TYPE "CaseStatus" AS ENUM ('intake', 'open', 'monitoring', 'closure_proposed', 'closed');

-- CreateEnum
CREATE TYPE "Rag" AS ENUM ('green', 'amber', 'red');

-- CreateEnum
CREATE TYPE "GrantLevel" AS ENUM ('pointer', 'summary', 'contribute', 'lead');

-- CreateEnum
CREATE TYPE "InvolvementRole" AS ENUM ('victim', 'complainant', 'witness', 'household_member', 'alleged_perpetrator', 'perpetrator', 'professional');

-- CreateEnum
CREATE TYPE "PersonKind" AS ENUM ('individual', 'organisation', 'group');

-- CreateEnum
CREATE TYPE "ReportStatus" AS ENUM ('received', 'screened', 'advice_only', 'same_event', 'linked', 'new_case');

-- CreateEnum
CREATE TYPE "ActionStatus" AS ENUM ('offered', 'accepted', 'done', 'declined', 'cancelled');

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Agency" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "side" "Side" NOT NULL DEFAULT 'both',
    "contactName" TEXT NOT NULL DEFAULT '',
    "contactPhone" TEXT NOT NULL DEFAULT '',
    "outOfHoursName" TEXT NOT NULL DEFAULT '',
    "outOfHoursPhone" TEXT NOT NULL DEFAULT '',
    "homes" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "agencyId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "teamId" UUID,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "roles" "MemberRole"[] DEFAULT ARRAY[]::"MemberRole"[],
    "startsAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "endsAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Area" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "validFrom" DATE NOT NULL DEFAULT '1974-04-01'::date,
    "validTo" DATE,
    "intakeAgencyId" UUID,
    "intakeMemberId" UUID,

    CONSTRAINT "Area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Agreement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "purposes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "activatedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgreementSignature" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "agreementId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "signatoryName" TEXT NOT NULL,
    "signedOn" DATE NOT NULL,
    "endsOn" DATE,
    "withdrawnAt" TIMESTAMPTZ(3),
    "coversTriage" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "AgreementSignature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignatureArea" (
    "signatureId" UUID NOT NULL,
    "areaId" UUID NOT NULL,

    CONSTRAINT "SignatureArea_pkey" PRIMARY KEY ("signatureId","areaId")
);

-- CreateTable
CREATE TABLE "Code" (
    "list" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "validFrom" DATE,
    "validTo" DATE,

    CONSTRAINT "Code_pkey" PRIMARY KEY ("list","code")
);

-- CreateTable
CREATE TABLE "Template" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "approvedById" UUID,
    "secondedById" UUID,
    "publishedAt" TIMESTAMPTZ(3),
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "caseId" UUID NOT NULL,
    "templateId" UUID NOT NULL,
    "templateKey" TEXT NOT NULL,
    "involvementId" UUID,
    "placeId" UUID,
    "reportId" UUID,
    "purpose" TEXT NOT NULL DEFAULT 'initial',
    "source" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "factors" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "breakdown" JSONB NOT NULL,
    "score" INTEGER NOT NULL,
    "band" "Rag" NOT NULL,
    "rag" "Rag" NOT NULL,
    "behaviourRag" "Rag",
    "triggers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "flags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "unknownCount" INTEGER NOT NULL,
    "isIncomplete" BOOLEAN NOT NULL,
    "isBorderline" BOOLEAN NOT NULL,
    "judgementRag" "Rag",
    "judgementReason" TEXT NOT NULL DEFAULT '',
    "supersedesId" UUID,
    "assessedById" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "side" "Side" NOT NULL,
    "completedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LiveTrigger" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "caseId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "involvementId" UUID,
    "assessmentId" UUID,
    "entryId" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "recordedById" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "endReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "LiveTrigger_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RagOverride" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "caseId" UUID NOT NULL,
    "rag" "Rag" NOT NULL,
    "direction" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "expiresOn" DATE,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RagOverride_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Need" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "caseId" UUID NOT NULL,
    "involvementId" UUID,
    "code" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'self',
    "severity" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "side" "Side" NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "recordedById" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "reference" TEXT NOT NULL,
    "areaId" UUID NOT NULL,
    "placeId" UUID,
    "title" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "qualifier" TEXT NOT NULL,
    "originalHeading" TEXT NOT NULL,
    "isHate" BOOLEAN NOT NULL DEFAULT false,
    "hateQueryOpen" BOOLEAN NOT NULL DEFAULT false,
    "status" "CaseStatus" NOT NULL DEFAULT 'intake',
    "isRestricted" BOOLEAN NOT NULL DEFAULT false,
    "rag" "Rag",
    "ragReason" TEXT NOT NULL DEFAULT '',
    "ragSince" TIMESTAMPTZ(3),
    "behaviourRag" "Rag",
    "namedOfficerId" UUID,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "nextReviewAt" TIMESTAMPTZ(3),
    "nextContactAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "openedById" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReferenceCounter" (
    "prefix" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "ReferenceCounter_pkey" PRIMARY KEY ("prefix","year")
);

-- CreateTable
CREATE TABLE "Grant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "caseId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "level" "GrantLevel" NOT NULL,
    "side" "Side" NOT NULL DEFAULT 'both',
    "purpose" TEXT NOT NULL,
    "legalBasis" TEXT NOT NULL,
    "agreementId" UUID,
    "grantedById" UUID NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "endsAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" UUID,
    "revokeReason" TEXT,

    CONSTRAINT "Grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseMember" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "caseId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "part" TEXT NOT NULL DEFAULT 'worker',
    "startsAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "endsAt" TIMESTAMPTZ(3),

    CONSTRAINT "CaseMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Involvement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "personId" UUID NOT NULL,
    "caseId" UUID,
    "reportId" UUID,
    "role" "InvolvementRole" NOT NULL,
    "side" "Side" NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "startsAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "endsAt" TIMESTAMPTZ(3),
    "endReason" TEXT,
    "addedById" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Involvement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Entry" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "txId" BIGINT NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    "caseId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "data" JSONB NOT NULL DEFAULT '{}',
    "authorId" UUID,
    "authorAgencyId" UUID,
    "side" "Side" NOT NULL DEFAULT 'victim',
    "audience" UUID[] DEFAULT ARRAY[]::UUID[],
    "membersOnly" BOOLEAN NOT NULL DEFAULT false,
    "notice" TEXT NOT NULL DEFAULT '',
    "correctsId" UUID,
    "happenedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseLook" (
    "memberId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "lookedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CaseLook_pkey" PRIMARY KEY ("memberId","caseId")
);

-- CreateTable
CREATE TABLE "Warning" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "caseId" UUID NOT NULL,
    "personId" UUID,
    "placeId" UUID,
    "words" TEXT NOT NULL,
    "reviewOn" DATE NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Warning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RagChange" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "caseId" UUID NOT NULL,
    "rag" "Rag" NOT NULL,
    "reason" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "byId" UUID,

    CONSTRAINT "RagChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutyCall" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "caseId" UUID NOT NULL,
    "agencyId" UUID,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "doneAt" TIMESTAMPTZ(3),
    "doneById" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DutyCall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TimeStandard" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "areaId" UUID,
    "rag" "Rag" NOT NULL,
    "clock" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "validFrom" DATE NOT NULL DEFAULT '2000-01-01'::date,

    CONSTRAINT "TimeStandard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactPlan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "caseId" UUID NOT NULL,
    "involvementId" UUID NOT NULL,
    "singleContactId" UUID,
    "deputyId" UUID,
    "method" TEXT NOT NULL DEFAULT 'phone',
    "safeWhen" TEXT NOT NULL DEFAULT '',
    "doNot" TEXT NOT NULL DEFAULT '',
    "sayWho" TEXT NOT NULL DEFAULT '',
    "everyDays" INTEGER NOT NULL,
    "nextDueAt" TIMESTAMPTZ(3) NOT NULL,
    "side" "Side" NOT NULL DEFAULT 'victim',
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ContactPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "entryId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "involvementId" UUID,
    "type" TEXT NOT NULL,
    "withRole" TEXT NOT NULL,
    "safeHonoured" BOOLEAN,
    "impact" TEXT NOT NULL DEFAULT '',
    "promise" TEXT NOT NULL DEFAULT '',
    "nextContactAt" TIMESTAMPTZ(3),

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("entryId")
);

-- CreateTable
CREATE TABLE "RetentionHold" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "caseId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "placedById" UUID NOT NULL,
    "placedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RetentionHold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InterventionType" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "isStatutory" BOOLEAN NOT NULL DEFAULT false,
    "availableFrom" DATE,
    "availableTo" DATE,
    "isSelectable" BOOLEAN NOT NULL DEFAULT true,
    "minAge" INTEGER,
    "subject" TEXT NOT NULL DEFAULT 'person',
    "replacedBy" TEXT,
    "rules" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "InterventionType_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Household" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "label" TEXT NOT NULL,
    "caseId" UUID NOT NULL,

    CONSTRAINT "Household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HouseholdMember" (
    "householdId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "HouseholdMember_pkey" PRIMARY KEY ("householdId","personId")
);

-- CreateTable
CREATE TABLE "Intervention" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "typeCode" TEXT NOT NULL,
    "areaId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "personId" UUID,
    "householdId" UUID,
    "placeId" UUID,
    "agencyId" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'in_force',
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "endedOn" DATE,
    "terms" TEXT NOT NULL DEFAULT '',
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Intervention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Breach" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "interventionId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "happenedOn" DATE NOT NULL,
    "words" TEXT NOT NULL,
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Breach_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Panel" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "areaId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "chairId" UUID,
    "coordinatorId" UUID,
    "startsAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "endsAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Panel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "memberId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "isUrgent" BOOLEAN NOT NULL DEFAULT false,
    "caseId" UUID,
    "actionId" UUID,
    "reportId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "readAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "PersonKind" NOT NULL DEFAULT 'individual',
    "givenName" TEXT NOT NULL DEFAULT '',
    "familyName" TEXT NOT NULL DEFAULT '',
    "fullName" TEXT NOT NULL,
    "bornOn" DATE,
    "language" TEXT NOT NULL DEFAULT '',
    "deceasedOn" DATE,
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Alias" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "caseId" UUID,
    "reportId" UUID,
    "side" "Side" NOT NULL DEFAULT 'both',
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Residence" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "personId" UUID NOT NULL,
    "placeId" UUID NOT NULL,
    "startsOn" DATE,
    "endsOn" DATE,
    "isConfidential" BOOLEAN NOT NULL DEFAULT false,
    "caseId" UUID,
    "reportId" UUID,
    "side" "Side" NOT NULL DEFAULT 'both',
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Residence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactPoint" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "personId" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "safeWhen" TEXT NOT NULL DEFAULT '',
    "doNot" TEXT NOT NULL DEFAULT '',
    "leaveMessage" BOOLEAN NOT NULL DEFAULT false,
    "safeWords" TEXT NOT NULL DEFAULT '',
    "interpreter" TEXT NOT NULL DEFAULT '',
    "caseId" UUID,
    "reportId" UUID,
    "side" "Side" NOT NULL DEFAULT 'victim',
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "ContactPoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MatchDecision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "aId" UUID NOT NULL,
    "bId" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "decidedById" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MatchDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Place" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL DEFAULT 'address',
    "uprn" TEXT,
    "line" TEXT NOT NULL,
    "town" TEXT NOT NULL DEFAULT '',
    "postcode" TEXT NOT NULL DEFAULT '',
    "wardName" TEXT NOT NULL DEFAULT '',
    "areaId" UUID NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "searchText" TEXT NOT NULL DEFAULT '',
    "agencyId" UUID,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "tokenHash" BYTEA NOT NULL,
    "userId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "device" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Credential" (
    "userId" UUID NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "totpSecret" TEXT NOT NULL,
    "totpLastStep" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Credential_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "IdempotencyRecord" (
    "memberId" UUID NOT NULL,
    "key" UUID NOT NULL,
    "command" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "IdempotencyRecord_pkey" PRIMARY KEY ("memberId","key")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "memberId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "data" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClockOffset" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offsetMs" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ClockOffset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "stream" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "memberId" UUID,
    "agencyId" UUID,
    "verb" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "caseId" UUID,
    "personId" UUID,
    "payload" TEXT NOT NULL,
    "prevHash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("stream","seq")
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "stream" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("stream")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Referral" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "caseId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "toAgencyId" UUID,
    "toName" TEXT NOT NULL,
    "sentBy" TEXT NOT NULL DEFAULT '',
    "question" TEXT NOT NULL,
    "wishes" TEXT NOT NULL DEFAULT '',
    "consent" TEXT NOT NULL DEFAULT '',
    "legalBasis" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'sent',
    "isPartnerGap" BOOLEAN NOT NULL DEFAULT false,
    "gapReason" TEXT NOT NULL DEFAULT '',
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "respondBy" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "outcomeAt" TIMESTAMPTZ(3),
    "raisedById" UUID NOT NULL,
    "raisedByAgencyId" UUID NOT NULL,
    "involvementId" UUID,
    "side" "Side" NOT NULL DEFAULT 'victim',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "reference" TEXT NOT NULL,
    "agencyId" UUID NOT NULL,
    "takenById" UUID NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "channel" TEXT NOT NULL,
    "areaId" UUID NOT NULL,
    "placeId" UUID NOT NULL,
    "whatHappened" TEXT NOT NULL,
    "happenedFrom" TIMESTAMPTZ(3) NOT NULL,
    "happenedTo" TIMESTAMPTZ(3),
    "howOften" TEXT NOT NULL DEFAULT '',
    "heading" TEXT NOT NULL,
    "qualifier" TEXT NOT NULL,
    "originalHeading" TEXT NOT NULL,
    "originalQualifier" TEXT NOT NULL,
    "isAnonymous" BOOLEAN NOT NULL DEFAULT false,
    "inDangerNow" BOOLEAN NOT NULL DEFAULT false,
    "screening" JSONB NOT NULL DEFAULT '{}',
    "triggers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "immediateSteps" TEXT NOT NULL DEFAULT '',
    "adviceGiven" TEXT NOT NULL DEFAULT '',
    "externalReference" TEXT NOT NULL DEFAULT '',
    "audience" UUID[] DEFAULT ARRAY[]::UUID[],
    "side" "Side" NOT NULL DEFAULT 'victim',
    "status" "ReportStatus" NOT NULL DEFAULT 'received',
    "caseId" UUID,
    "sameEventAsId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SharedAction" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "caseId" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "askedById" UUID NOT NULL,
    "askedByAgencyId" UUID NOT NULL,
    "ownerAgencyId" UUID NOT NULL,
    "ownerMemberId" UUID,
    "status" "ActionStatus" NOT NULL DEFAULT 'offered',
    "isUrgent" BOOLEAN NOT NULL DEFAULT false,
    "origin" TEXT NOT NULL DEFAULT 'member',
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "offeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "declineReason" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "outcome" TEXT,
    "side" "Side" NOT NULL DEFAULT 'both',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SharedAction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_name_key" ON "Organisation"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Agency_code_key" ON "Agency"("code");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Member_agencyId_idx" ON "Member"("agencyId");

-- CreateIndex
CREATE INDEX "Member_userId_idx" ON "Member"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Area_code_key" ON "Area"("code");

-- CreateIndex
CREATE INDEX "AgreementSignature_agencyId_idx" ON "AgreementSignature"("agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementSignature_agreementId_agencyId_key" ON "AgreementSignature"("agreementId", "agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Template_key_version_key" ON "Template"("key", "version");

-- CreateIndex
CREATE INDEX "Assessment_caseId_completedAt_idx" ON "Assessment"("caseId", "completedAt");

-- CreateIndex
CREATE INDEX "LiveTrigger_caseId_idx" ON "LiveTrigger"("caseId");

-- CreateIndex
CREATE INDEX "RagOverride_caseId_idx" ON "RagOverride"("caseId");

-- CreateIndex
CREATE INDEX "Need_caseId_idx" ON "Need"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "Case_reference_key" ON "Case"("reference");

-- CreateIndex
CREATE INDEX "Case_areaId_status_rag_idx" ON "Case"("areaId", "status", "rag");

-- CreateIndex
CREATE INDEX "Case_placeId_idx" ON "Case"("placeId");

-- CreateIndex
CREATE INDEX "Grant_agencyId_caseId_idx" ON "Grant"("agencyId", "caseId");

-- CreateIndex
CREATE INDEX "Grant_caseId_idx" ON "Grant"("caseId");

-- CreateIndex
CREATE INDEX "CaseMember_caseId_idx" ON "CaseMember"("caseId");

-- CreateIndex
CREATE INDEX "CaseMember_memberId_idx" ON "CaseMember"("memberId");

-- CreateIndex
CREATE INDEX "Involvement_personId_idx" ON "Involvement"("personId");

-- CreateIndex
CREATE INDEX "Involvement_caseId_idx" ON "Involvement"("caseId");

-- CreateIndex
CREATE INDEX "Involvement_reportId_idx" ON "Involvement"("reportId");

-- CreateIndex
CREATE UNIQUE INDEX "Involvement_id_caseId_key" ON "Involvement"("id", "caseId");

-- CreateIndex
CREATE UNIQUE INDEX "Entry_seq_key" ON "Entry"("seq");

-- CreateIndex
CREATE INDEX "Entry_caseId_recordedAt_seq_idx" ON "Entry"("caseId", "recordedAt" DESC, "seq" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Entry_id_caseId_key" ON "Entry"("id", "caseId");

-- CreateIndex
CREATE INDEX "Warning_caseId_idx" ON "Warning"("caseId");

-- CreateIndex
CREATE INDEX "RagChange_caseId_at_idx" ON "RagChange"("caseId", "at");

-- CreateIndex
CREATE INDEX "DutyCall_caseId_idx" ON "DutyCall"("caseId");

-- CreateIndex
CREATE INDEX "TimeStandard_rag_clock_idx" ON "TimeStandard"("rag", "clock");

-- CreateIndex
CREATE INDEX "ContactPlan_caseId_idx" ON "ContactPlan"("caseId");

-- CreateIndex
CREATE INDEX "Contact_caseId_idx" ON "Contact"("caseId");

-- CreateIndex
CREATE INDEX "RetentionHold_caseId_idx" ON "RetentionHold"("caseId");

-- CreateIndex
CREATE INDEX "Intervention_caseId_idx" ON "Intervention"("caseId");

-- CreateIndex
CREATE INDEX "Intervention_areaId_typeCode_idx" ON "Intervention"("areaId", "typeCode");

-- CreateIndex
CREATE INDEX "Panel_areaId_idx" ON "Panel"("areaId");

-- CreateIndex
CREATE INDEX "Notification_memberId_createdAt_idx" ON "Notification"("memberId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Alias_personId_idx" ON "Alias"("personId");

-- CreateIndex
CREATE INDEX "Residence_personId_idx" ON "Residence"("personId");

-- CreateIndex
CREATE INDEX "Residence_placeId_idx" ON "Residence"("placeId");

-- CreateIndex
CREATE INDEX "ContactPoint_personId_idx" ON "ContactPoint"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Place_uprn_key" ON "Place"("uprn");

-- CreateIndex
CREATE INDEX "Place_areaId_idx" ON "Place"("areaId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_memberId_kind_subject_key" ON "Draft"("memberId", "kind", "subject");

-- CreateIndex
CREATE INDEX "AuditEvent_caseId_at_idx" ON "AuditEvent"("caseId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_memberId_at_idx" ON "AuditEvent"("memberId", "at");

-- CreateIndex
CREATE INDEX "Referral_caseId_idx" ON "Referral"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "Report_reference_key" ON "Report"("reference");

-- CreateIndex
CREATE INDEX "Report_caseId_idx" ON "Report"("caseId");

-- CreateIndex
CREATE INDEX "Report_placeId_receivedAt_idx" ON "Report"("placeId", "receivedAt");

-- CreateIndex
CREATE INDEX "Report_areaId_status_receivedAt_idx" ON "Report"("areaId", "status", "receivedAt");

-- CreateIndex
CREATE INDEX "Report_agencyId_receivedAt_idx" ON "Report"("agencyId", "receivedAt");

-- CreateIndex
CREATE INDEX "SharedAction_caseId_idx" ON "SharedAction"("caseId");

-- CreateIndex
CREATE INDEX "SharedAction_ownerAgencyId_status_dueAt_idx" ON "SharedAction"("ownerAgencyId", "status", "dueAt");

-- CreateIndex
CREATE INDEX "SharedAction_ownerMemberId_status_idx" ON "SharedAction"("ownerMemberId", "status");

-- AddForeignKey
ALTER TABLE "Agency" ADD CONSTRAINT "Agency_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Area" ADD CONSTRAINT "Area_intakeAgencyId_fkey" FOREIGN KEY ("intakeAgencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementSignature" ADD CONSTRAINT "AgreementSignature_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementSignature" ADD CONSTRAINT "AgreementSignature_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignatureArea" ADD CONSTRAINT "SignatureArea_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "AgreementSignature"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignatureArea" ADD CONSTRAINT "SignatureArea_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "Template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LiveTrigger" ADD CONSTRAINT "LiveTrigger_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RagOverride" ADD CONSTRAINT "RagOverride_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Need" ADD CONSTRAINT "Need_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_namedOfficerId_fkey" FOREIGN KEY ("namedOfficerId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseMember" ADD CONSTRAINT "CaseMember_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseMember" ADD CONSTRAINT "CaseMember_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Involvement" ADD CONSTRAINT "Involvement_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Involvement" ADD CONSTRAINT "Involvement_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Involvement" ADD CONSTRAINT "Involvement_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Warning" ADD CONSTRAINT "Warning_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Warning" ADD CONSTRAINT "Warning_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RagChange" ADD CONSTRAINT "RagChange_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyCall" ADD CONSTRAINT "DutyCall_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactPlan" ADD CONSTRAINT "ContactPlan_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdMember" ADD CONSTRAINT "HouseholdMember_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Intervention" ADD CONSTRAINT "Intervention_typeCode_fkey" FOREIGN KEY ("typeCode") REFERENCES "InterventionType"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Intervention" ADD CONSTRAINT "Intervention_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Intervention" ADD CONSTRAINT "Intervention_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Breach" ADD CONSTRAINT "Breach_interventionId_fkey" FOREIGN KEY ("interventionId") REFERENCES "Intervention"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Panel" ADD CONSTRAINT "Panel_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Panel" ADD CONSTRAINT "Panel_chairId_fkey" FOREIGN KEY ("chairId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Panel" ADD CONSTRAINT "Panel_coordinatorId_fkey" FOREIGN KEY ("coordinatorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alias" ADD CONSTRAINT "Alias_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Residence" ADD CONSTRAINT "Residence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Residence" ADD CONSTRAINT "Residence_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactPoint" ADD CONSTRAINT "ContactPoint_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchDecision" ADD CONSTRAINT "MatchDecision_aId_fkey" FOREIGN KEY ("aId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchDecision" ADD CONSTRAINT "MatchDecision_bId_fkey" FOREIGN KEY ("bId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Place" ADD CONSTRAINT "Place_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_sameEventAsId_fkey" FOREIGN KEY ("sameEventAsId") REFERENCES "Report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedAction" ADD CONSTRAINT "SharedAction_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

INSERT INTO "ClockOffset" (id, "offsetMs") VALUES (1, 0);
