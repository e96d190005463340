using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cwa.Graph.Tests.Faults;

/// <summary>
/// A report that a tool sends until it is acknowledged. Each of its events has a checksum, so that a reader can see
/// whether it is whole.
/// </summary>
public sealed class SentReport
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz ";

    private readonly string _key = Guid.NewGuid().ToString();
    private readonly ReportingAgency _agency;
    private readonly string _month;
    private readonly string[] _descriptions;

    private SentReport(ReportingAgency agency, string month, int events)
    {
        (_agency, _month) = (agency, month);
        _descriptions = [.. Enumerable.Range(1, events).Select(Described)];

        string Described(int position)
        {
            var text =
                $"{position} of {events} "
                + $"{new string(Random.Shared.GetItems<char>(Letters, Random.Shared.Next(20, 400)))}";
            return $"{text}#{Sum(agency.Abbreviation, month, text)}";
        }
    }

    /// <summary>The id in the acknowledgement.</summary>
    public string? Id { get; set; }

    /// <summary>The input, the same at every try.</summary>
    public object Input =>
        new
        {
            agencyId = _agency.Id,
            month = _month,
            nil = _descriptions is [],
            events = _descriptions.Select(d => Reporting.Planned("Town hall", $"{_month}-14", ("description", d))),
            idempotencyKey = _key,
        };

    /// <summary>How a subscriber records it.</summary>
    public string Told => $"{Id} {_agency.Abbreviation} {_month} 1 {_descriptions.Length}";

    /// <summary>How a reader of the API records it.</summary>
    public string Stored => $"{Told}\n{string.Join('\n', _descriptions)}";

    /// <summary>The agency's report on the month this many after March 1998, with at most five events.</summary>
    public static SentReport Of(ReportingAgency agency, int month, int? events = null) =>
        new(
            agency,
            new DateOnly(1998, 4, 1).AddMonths(month).ToString("yyyy-MM", null),
            events ?? Random.Shared.Next(6)
        );

    /// <summary>A subscriber's message in the form of <see cref="Told"/>.</summary>
    public static string ToldIn(JsonElement report) =>
        $"{report.Text("id")} {report.GetProperty("agency").Text("abbreviation")} {report.Text("month")} "
        + $"{report.GetProperty("revision")} {report.GetProperty("eventCount")}";

    /// <summary>All stored reports in the form of <see cref="Stored"/>; fails if a checksum is wrong.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(SiteClient site)
    {
        const string query = """
            query ($after: String) {
              monthlyReports(first: 100, after: $after) {
                nodes { id month revision eventCount agency { abbreviation }
                  eventsAsReported(first: 10) { nodes { position facts { description } } } }
                pageInfo { endCursor hasNextPage }
              }
            }
            """;
        var all = new List<string>();
        string? after = null;
        do
        {
            var page = (await site.AskAsync(Site.Npr, query, new { after })).GetProperty("monthlyReports");
            all.AddRange(page.GetProperty("nodes").EnumerateArray().Select(StoredIn));
            var info = page.GetProperty("pageInfo");
            after = info.GetProperty("hasNextPage").GetBoolean() ? info.Text("endCursor") : null;
        } while (after is not null);
        return all;
    }

    private static string StoredIn(JsonElement report)
    {
        var descriptions = report
            .GetProperty("eventsAsReported")
            .GetProperty("nodes")
            .EnumerateArray()
            .OrderBy(e => e.GetProperty("position").GetInt32())
            .Select(e => e.GetProperty("facts").Text("description")!)
            .ToList();
        foreach (var description in descriptions)
        {
            var end = description.LastIndexOf('#');
            Assert.Equal(
                Sum(report.GetProperty("agency").Text("abbreviation")!, report.Text("month")!, description[..end]),
                description[(end + 1)..]
            );
        }

        return $"{ToldIn(report)}\n{string.Join('\n', descriptions)}";
    }

    private static string Sum(params string[] parts) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..16];
}
