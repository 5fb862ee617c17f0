/** The addresses of risk on a case: pages, and where its forms send. */
export function riskPaths(caseId: string) {
  const api = `/api/cases/${caseId}`;
  return {
    tab: `/cases/${caseId}/risk`,
    choose: `/cases/${caseId}/risk/new`,
    assess: (subject: string, templateKey: string) => `/cases/${caseId}/risk/new?subject=${subject}&template=${templateKey}`,
    assessment: (assessmentId: string) => `/cases/${caseId}/risk/${assessmentId}`,
    complete: `${api}/assessments`,
    triggers: `${api}/triggers`,
    endTrigger: (triggerId: string) => `${api}/triggers/${triggerId}/end`,
    raise: `${api}/risk/raise`,
    lower: `${api}/risk/lower`,
    endJudgement: (overrideId: string) => `${api}/risk/judgements/${overrideId}/end`,
    hate: `${api}/risk/hate`,
    needs: `${api}/needs`,
    endNeed: (needId: string) => `${api}/needs/${needId}/end`,
  };
}
