import { askForAccess, grantAccess, refuseAccess, withdrawRequest } from "../../../lib/referrals/asking/commands";
import { acceptLead, declineLead, offerLead, withdrawLead } from "../../../lib/referrals/handing-over/commands";
import { getHandOverForm } from "../../../lib/referrals/handing-over/queries";
import { getAskForm, listRequests } from "../../../lib/referrals/requests/queries";
import { callTaker, coordinator, governanceOfficer, manager, panelChair, practitioner } from "./members";
import { anOfferTo, aRequestAbout, aRequestBy, caseLedBy } from "./subjects";

const led = caseLedBy("fenland-dc");
const shared = led.sharedWith("fen-homes", "contribute");
const answering = [grantAccess, refuseAccess];

const offering = [offerLead, withdrawLead];
const answeringOffers = [acceptLead, declineLead];

export const sentencesOfRequests = [
  practitioner("fenland-dc").may(getHandOverForm),
  callTaker("police-contact").mayNot(getHandOverForm, "reads-no-cases"),
  manager("fenland-dc").on(led).may(offering),
  coordinator("fenland-dc").on(led).may(offering),
  practitioner("fenland-dc").on(led.ofOfficer("member of fenland-dc")).may(offering),
  practitioner("fenland-dc").on(led).mayNot(offering, "role-does-not-hand-over"),
  manager("fen-homes").on(shared).mayNot(offering, "not-lead-agency"),
  manager("fenland-dc").on(led.closed()).mayNot(offering, "case-closed"),
  coordinator("peterborough-city").on(anOfferTo("peterborough-city")).may(answeringOffers),
  manager("peterborough-city").on(anOfferTo("peterborough-city")).may(answeringOffers),
  practitioner("peterborough-city").on(anOfferTo("peterborough-city")).mayNot(answeringOffers, "not-the-receiver"),
  manager("fenland-dc").on(anOfferTo("peterborough-city")).mayNot(answeringOffers, "not-the-receiver"),


  practitioner("fen-homes").may([askForAccess, getAskForm, listRequests]),
  coordinator("fenland-dc").may([askForAccess, getAskForm, listRequests]),
  callTaker("police-contact").mayNot([askForAccess, getAskForm], "role-does-not-ask"),
  governanceOfficer("county-governance").mayNot([askForAccess, getAskForm], "role-does-not-ask"),
  panelChair("FEN").may(listRequests),
  callTaker("police-contact").mayNot(listRequests, "reads-no-cases"),

  manager("fenland-dc").on(aRequestAbout(led)).may(answering),
  practitioner("fenland-dc").on(aRequestAbout(led.ofOfficer("member of fenland-dc"))).may(answering),
  practitioner("fenland-dc").on(aRequestAbout(led)).mayNot(answering, "not-officer-or-manager"),
  manager("fen-homes").on(aRequestAbout(shared)).mayNot(answering, "not-lead-agency"),
  manager("fenland-dc").on(aRequestAbout(led.closed())).mayNot(answering, "case-closed"),

  practitioner("fen-homes").on(aRequestBy("fen-homes")).may(withdrawRequest),
  manager("fenland-dc").on(aRequestBy("fen-homes")).mayNot(withdrawRequest, "not-asker"),
];
