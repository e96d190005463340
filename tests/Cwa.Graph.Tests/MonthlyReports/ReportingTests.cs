using System.Text.Json;
using Cwa.Tests;
using static Cwa.Graph.Tests.Government;

namespace Cwa.Graph.Tests;

/// <summary>
/// The status on 16 November of the reports for April 1998, due on 31 March, in a small government, counted by hand.
/// </summary>
public sealed class ReportingTests(OwnServers servers) : IClassFixture<OwnServers>
{
    private const string Status = $$"""
        query ($where: AgencyFilterInput) { reportingStatus(month: "1998-04", where: $where) {
          month dueOn asOf {{CountFields}}
          agencies {
            agency { abbreviation } state late overdue hasDraft dueOn
            report { revision } liaison { name agency { abbreviation } }
          }
          departments { agency { abbreviation } {{CountFields}} }
        } }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Each_expected_report_counts_once_and_requested_reports_are_counted_apart(string provider)
    {
        var government = await Government.OnAsync(await servers.OnAsync(provider));

        var status = await StatusAsync(government.Server.AsReviewer(), government.Where);

        Assert.Equal(
            ("1998-04", "1998-03-31", "1998-11-16"),
            (status.Text("month"), status.Text("dueOn"), status.Text("asOf"))
        );
        // Expected: the department, the two that report although excused, and four components with their own liaison.
        // ACCEPTED: the department and an excused component; SUBMITTED: the late one and the amended one.
        Assert.Equal(
            "expected 7, missing 1, draft 1, submitted 2, accepted 2, returned 1, excused 1, late 1, "
                + "overdue 3, overdueMissing 1, overdueDraft 1, overdueReturned 1",
            Numbers(status)
        );
        Assert.Equal(
            "asked 2, notReported 1, draft 0, submitted 1, accepted 0, returned 0, excused 0",
            Numbers(status.GetProperty("requested"))
        );
        Assert.Equal(
            [
                "department ACCEPTED revision 1, liaison department",
                "accepted although excused ACCEPTED revision 1, liaison department",
                "amended SUBMITTED revision 2, liaison amended",
                "draft DRAFT overdue, has a draft, liaison draft",
                "excused EXCUSED, liaison department",
                "late SUBMITTED late revision 1, liaison late",
                "missing MISSING overdue, liaison missing",
                "requested NOT_REPORTED",
                "requested late SUBMITTED revision 1",
                "returned RETURNED overdue revision 1, liaison returned",
            ],
            status
                .GetProperty("agencies")
                .EnumerateArray()
                .Select(government.Line)
                .Order(StringComparer.Ordinal)
                .OrderBy(line => !line.StartsWith("department", StringComparison.Ordinal))
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Components_are_added_to_their_department(string provider)
    {
        var government = await Government.OnAsync(await servers.OnAsync(provider));

        var departments = (await StatusAsync(government.Server.AsReviewer(), government.Where))
            .GetProperty("departments")
            .EnumerateArray()
            .ToList();

        Assert.Equal(3, departments.Count);
        var department = departments.Single(d => government.NameOf(d) == "department");
        Assert.Equal(
            "expected 7, missing 1, draft 1, submitted 2, accepted 2, returned 1, excused 1, late 1, "
                + "overdue 3, overdueMissing 1, overdueDraft 1, overdueReturned 1",
            Numbers(department)
        );
        Assert.Equal(
            "asked 0, notReported 0, draft 0, submitted 0, accepted 0, returned 0, excused 0",
            Numbers(department.GetProperty("requested"))
        );
        Assert.All(
            departments.Where(d => d.GetProperty("agency").ToString() != department.GetProperty("agency").ToString()),
            d =>
                Assert.Equal(
                    (0, 1),
                    (d.GetProperty("expected").GetInt32(), d.GetProperty("requested").GetProperty("asked").GetInt32())
                )
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_whole_government_takes_no_more_statements_than_one_agency(string provider)
    {
        var government = await Government.OnAsync(await servers.OnAsync(provider));
        var npr = government.Server.AsReviewer();
        await npr.AskAsync("{ viewer { name } }");

        // One each for agencies, liaisons, due days, reports and the filter; then for the reports, liaisons and
        // agencies shown.
        Assert.Equal(4 + 3, await StatementsAsync(government.Server, () => npr.AskAsync(Status)));
        Assert.Equal(
            5 + 3,
            await StatementsAsync(government.Server, () => npr.AskAsync(Status, new { where = government.Where }))
        );
        Assert.Equal(
            4,
            await StatementsAsync(
                government.Server,
                () =>
                    npr.AskAsync(
                        $$"""{ reportingStatuses(from: "1998-03", to: "1999-02") { month {{CountFields}} } }"""
                    )
            )
        );
        Assert.Equal(
            1 + 5,
            await StatementsAsync(
                government.Server,
                () => npr.AskAsync("{ agencies(first: 100) { nodes { reportingCalendar { state month } } } }")
            )
        );
        // Two more for complaints, one for problems, none of which is watched for complaints that return, and one for
        // months ahead.
        Assert.Equal(
            5 + 3 + 1 + 1,
            await StatementsAsync(
                government.Server,
                () =>
                    npr.AskAsync(
                        """
                        query ($where: AgencyFilterInput) {
                          attention(where: $where) { items { agency { name } reasons { text } liaison { phone } } }
                        }
                        """,
                        new { where = government.Where }
                    )
            )
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_reads_itself_and_its_components_and_can_be_excused_by_a_hidden_department(
        string provider
    )
    {
        var government = await Government.OnAsync(await servers.OnAsync(provider));
        var server = government.Server;

        var department = await StatusAsync(server.As(government["department"]), null);
        var excused = await StatusAsync(server.As(government["excused"]), null);
        var requested = await StatusAsync(server.As(government["requested"]), null);

        Assert.Equal(
            "expected 7, missing 1, draft 1, submitted 2, accepted 2, returned 1, excused 1, late 1, "
                + "overdue 3, overdueMissing 1, overdueDraft 1, overdueReturned 1",
            Numbers(department)
        );
        Assert.Equal(["excused EXCUSED"], excused.GetProperty("agencies").EnumerateArray().Select(government.Line));
        Assert.Equal(
            ["requested NOT_REPORTED"],
            requested.GetProperty("agencies").EnumerateArray().Select(government.Line)
        );
        Assert.Equal(0, requested.GetProperty("expected").GetInt32());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Another_agency_has_no_status_and_no_calendar_for_you(string provider)
    {
        var government = await Government.OnAsync(await servers.OnAsync(provider));
        const string query = """
            query ($by: AgencyByInput!) { agency(by: $by) {
              reportingStatus(month: "1998-04") { state }
              reportingCalendar(from: "1998-01", to: "1998-06") { month state }
            } }
            """;
        var late = new { by = new { id = government["late"].Id() } };

        var own = (await government.Server.As(government["late"]).AskAsync(query, late)).GetProperty("agency");
        var others = (await government.Server.As(government["missing"]).AskAsync(query, late)).GetProperty("agency");

        Assert.Equal("SUBMITTED", own.GetProperty("reportingStatus").Text("state"));
        Assert.Equal(
            ["1998-03 MISSING", "1998-04 SUBMITTED", "1998-05 MISSING", "1998-06 MISSING"],
            own.GetProperty("reportingCalendar").EnumerateArray().Select(m => $"{m.Text("month")} {m.Text("state")}")
        );
        Assert.Equal("""{"reportingStatus":null,"reportingCalendar":[]}""", others.ToString());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task NPR_sees_that_a_draft_exists_but_never_its_content(string provider)
    {
        var government = await Government.OnAsync(await servers.OnAsync(provider));

        var answer = await government
            .Server.AsReviewer()
            .AskAsync(
                """
                query ($where: AgencyFilterInput) {
                  reportingStatus(month: "1998-04", where: $where) {
                    draft
                    agencies(states: [DRAFT]) { hasDraft report { id draftEvents { totalCount } } }
                  }
                  monthlyReports(where: { agency: $where, status: { eq: DRAFT } }) { totalCount }
                }
                """,
                new { where = government.Where }
            );

        Assert.Equal(
            """{"draft":1,"agencies":[{"hasDraft":true,"report":null}]}""",
            answer.GetProperty("reportingStatus").ToString()
        );
        Assert.Equal(0, answer.GetProperty("monthlyReports").GetProperty("totalCount").GetInt32());
    }

    private static async Task<int> StatementsAsync(CwaServer server, Func<Task> ask)
    {
        server.Statements.Clear();
        await ask();
        return server.Statements.All.Count;
    }

    private static async Task<JsonElement> StatusAsync(SignedInCaller caller, object? where) =>
        (await caller.AskAsync(Status, new { where })).GetProperty("reportingStatus");
}
