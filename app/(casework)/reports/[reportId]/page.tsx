import { ReportPage } from "@/components/reports/page/report-page";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getReport } from "@/lib/reports/page/queries";

export const metadata = pageMetadata("Report");

export default caseworkPage({ query: getReport, input: ({ params }) => ({ reportId: params.reportId }), current: "reports", show: ({ view }) => <ReportPage view={view} /> });
