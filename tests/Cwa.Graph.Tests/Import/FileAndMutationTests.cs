using System.Text.Json;
using CsCheck;
using Cwa.Graph.Engine;
using Cwa.Model;
using Cwa.Tests;
using static Cwa.Graph.Tests.FileAndMutation;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

/// <summary>A file is refused exactly where a mutation with the same values is, with the line and the column.</summary>
public sealed class FileAndMutationTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private static readonly string Long = new('x', 1001);

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_file_of_events_is_refused_whenever_the_mutation_is(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (agency, changes) = await ReportsAsync(server);
        var refused = 0;

        await Gen.Select(Gen.Int[9, 12].Select(month => $"1998-{month:00}"), OneOf(changes).Array[0, 3])
            .SampleAsync(
                async (month, made) =>
                {
                    var said = new Said(("agency", agency.Abbreviation, agency.Id()), ("month", month, month));
                    foreach (var (field, value) in Planned("New hall", $"{month}-14"))
                        said.Set(Column(field), $"{value}", value);
                    foreach (var change in made)
                        change(said, month);

                    var events = new[] { said.Input(except: ["agency", "month", "reason"]) };
                    var input = new
                    {
                        agencyId = said["agency"],
                        month = said["month"],
                        reason = said["reason"],
                        events,
                        validateOnly = true,
                    };
                    var mutation = await RefusedAsync(
                        server.As(agency),
                        "submitMonthlyReport",
                        "SubmitMonthlyReportInput",
                        input
                    );
                    var file = await server.As(agency).ImportAsync("events?dryRun=true", said.Csv());

                    refused += AssertSame(said, mutation, file);
                },
                iter: 120,
                threads: 1
            );

        Assert.InRange(refused, 40, 118);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_file_of_complaint_figures_is_refused_whenever_the_mutation_is(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (agency, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        var (own, foreign) = (await server.HasKindAsync(agency, "Own"), await server.HasKindAsync(other, "Foreign"));
        string[] counts = ["pending_start", "received", "resolved", "pending_end", "within_target"];
        Action<Said>[] changes =
        [
            .. counts.SelectMany(column => new long[] { -1, 0, 7, Counts.Largest, Counts.Largest + 1 }, Set),
            .. counts.Select(column =>
                (Action<Said>)(
                    said =>
                    {
                        said.Set(column, "", null);
                        said.Set("counts_missing", "LESS_THAN", "LESS_THAN");
                    }
                )
            ),
            said => said.Set("counts_missing", "NOT_COLLECTED", "NOT_COLLECTED"),
            said => said.Set("counts_missing", "SOMETHING", "SOMETHING"),
            said => said.Set("median_days", "-0.5", -0.5),
            said => said.Set("median_days", "1000000000000", 1e12),
            said => said.Set("median_days", "1000000000001", 1e12 + 1),
            said => said.Set("median_days", "soon", "soon"),
            said => said.Set("median_days_missing", "NOT_APPLICABLE", "NOT_APPLICABLE"),
            said => said.Set("month", "1998-12", "1998-12"),
            said => said.Set("month", "9999-12", "9999-12"),
            said => said.Set("month", "0001-01", "0001-01"),
            said => said.Set("month", "April", "April"),
            said => said.Set("channel", "MAIL", "MAIL"),
            said => said.Set("channel", "SMOKE", "SMOKE"),
            said => said.Set("category", own.Name, NodeId.Encode(nameof(ComplaintCategory), own.Id)),
            said => said.Set("category", foreign.Name, NodeId.Encode(nameof(ComplaintCategory), foreign.Id)),
            said => said.Set("agency", other.Abbreviation, other.Id()),
            said => said.IsTwice = true,
        ];
        var refused = 0;

        await OneOf(changes)
            .Array[0, 3]
            .SampleAsync(
                async made =>
                {
                    var said = new Said(("agency", agency.Abbreviation, agency.Id()), ("month", "1998-04", "1998-04"));
                    foreach (var column in counts)
                        said.Set(column, "5", 5);
                    said.Set("median_days", "2.5", 2.5);
                    foreach (var change in made)
                        change(said);

                    var metrics = Enumerable.Repeat(said.Input(except: []), said.IsTwice ? 2 : 1);
                    var mutation = await RefusedAsync(
                        server.As(agency),
                        "reportComplaintMetrics",
                        "ReportComplaintMetricsInput",
                        new { metrics, validateOnly = true }
                    );
                    var file = await server.As(agency).ImportAsync("complaint-metrics?dryRun=true", said.Csv());

                    refused += AssertSame(said, mutation, file);
                },
                iter: 120,
                threads: 1
            );

        Assert.InRange(refused, 40, 118);

        static Action<Said> Set(string column, long count) => said => said.Set(column, $"{count}", count);
    }

    private static Gen<T> OneOf<T>(T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    /// <summary>
    /// An agency with reports in every status, and changes that a file or a mutation may make to their events.
    /// </summary>
    private static async Task<(Agency Agency, Action<Said, string>[] Changes)> ReportsAsync(CwaServer server)
    {
        var (agency, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        var partners = new List<Agency> { agency };
        for (var i = 0; i < 20; i++)
            partners.Add(await server.HasAgencyAsync());
        // September is accepted, October is waiting, November is accepted with a held event, December is returned.
        await AcceptAsync(agency, "1998-09");
        await SubmitAsync(agency, "1998-10");
        var held = (await AcceptAsync(agency, "1998-11")).EventIds().Single();
        await server.As(agency).DoneAsync("confirmEvent", new { eventId = held }, "event { id }");
        await server.ReturnAsync(await SubmitAsync(agency, "1998-12"));
        var foreign = (await SubmitAsync(other, "1998-09")).EventIds().Single();

        return (
            agency,
            [
                .. Texts("title", 200),
                .. Texts("description", 500),
                .. Texts("city", 100),
                (said, _) => said.Set("title", "Held hall", "Held hall"),
                (said, month) => said.Set("starts_on", $"{month}-30", $"{month}-30"),
                (said, _) => said.Set("starts_on", "1999-01-01", "1999-01-01"),
                (said, _) => said.Set("starts_on", "1998-02-30", "1998-02-30"),
                (said, month) => said.Set("ends_on", $"{month}-15", $"{month}-15"),
                (said, _) => said.Set("ends_on", "0001-01-01", "0001-01-01"),
                (said, _) => said.Set("place_kind", "NATIONAL", "NATIONAL"),
                (said, _) => said.Set("place_kind", "SPACE", "SPACE"),
                (said, _) => said.Set("state", "", null),
                (said, _) => said.Set("state", "XX", "XX"),
                (said, _) => said.Set("medium", "SMOKE", "SMOKE"),
                .. new[] { "-1", "0", "2147483647", "2147483648", "0.5" }.Select(reach =>
                    (Action<Said, string>)(
                        (said, _) => said.Set("expected_reach", reach, JsonDocument.Parse(reach).RootElement)
                    )
                ),
                .. new[] { 1, 20, 21 }.Select(count =>
                    (Action<Said, string>)(
                        (said, _) =>
                            said.Set(
                                "languages",
                                string.Join(';', Enumerable.Repeat("en", count)),
                                Enumerable.Repeat("en", count)
                            )
                    )
                ),
                .. new[] { 1, 2, 19, 20, 21 }.Select(count =>
                    (Action<Said, string>)(
                        (said, _) =>
                            said.Set(
                                "co_hosts",
                                string.Join(';', partners.Take(count).Select(a => a.Abbreviation)),
                                partners.Take(count).Select(a => a.Id())
                            )
                    )
                ),
                (said, _) => said.Set("co_hosts", "NOBODY", new[] { NodeId.Encode(nameof(Agency), Guid.NewGuid()) }),
                (said, _) => said.Set("reason", "We know more.", "We know more."),
                (said, _) => said.Set("reason", "We know more.", "We know more."),
                (said, _) => said.Set("reason", Long, Long),
                (said, _) => said.Set("id", held, held),
                (said, _) => said.Set("id", foreign, foreign),
                (said, _) => said.Set("id", "nonsense", "nonsense"),
                (said, _) => said.Set("agency", other.Abbreviation, other.Id()),
                (said, _) => said.Set("month", "1998-13", "1998-13"),
            ]
        );

        Task<JsonElement> SubmitAsync(Agency by, string month) =>
            server
                .As(by)
                .DoneAsync(
                    "submitMonthlyReport",
                    new
                    {
                        agencyId = by.Id(),
                        month,
                        events = new[] { Planned("Held hall", $"{month}-10") },
                    },
                    Thing
                );

        async Task<JsonElement> AcceptAsync(Agency by, string month) =>
            await server.AcceptAsync(await SubmitAsync(by, month));

        static IEnumerable<Action<Said, string>> Texts(string column, int most) =>
            new[] { new string('x', most), new string('x', most + 1), "a\ufffe" }
                .Append(column == "description" ? "" : "x")
                .Select(text => (Action<Said, string>)((said, _) => said.Set(column, text, text)));
    }
}
