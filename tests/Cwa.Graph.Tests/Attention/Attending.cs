using System.Text.Json;
using Cwa.Model;

namespace Cwa.Graph.Tests;

/// <summary>Asks which agencies need attention, and sets up those that do.</summary>
internal static class Attending
{
    public const string AttentionQuery = """
        query ($where: AgencyFilterInput, $kinds: [AttentionKind!], $first: Int! = 20, $monthsAhead: Int) {
          attention(where: $where, kinds: $kinds, first: $first, monthsAhead: $monthsAhead) {
          asOf totalCount items { weight agency { name } liaison { name phone email }
            reasons { kind since months text weight } }
        } }
        """;

    public static Func<Agency, MonthlyReport> Accepted(int month) =>
        agency => Decided(agency, month, report => report.Accept(Noon(4), "npr"));

    public static Func<Agency, MonthlyReport> Returned(int month) =>
        agency => Decided(agency, month, report => report.Return(Noon(4), "npr", "Say where."));

    public static Func<Agency, MonthlyReport> ReturnedAmendment(int month) =>
        agency => Decided(agency, month, report => report.Return(Noon(4), "npr", "Say where."), revision: 2);

    public static MonthlyReport Decided(Agency agency, int month, Action<MonthlyReport> decide, int revision = 1)
    {
        var report = new MonthlyReport(agency.Id, new(1998, month));
        report.Write(0, nil: true);
        report.Submit(revision, Washington.At(new(1998, 3, 14), new(12, 0)), "pat");
        decide(report);
        return report;
    }

    public static DateTime Noon(int day) => Washington.At(new(1998, 4, day), new(12, 0));

    public static Func<Agency, Liaison> Pat(Coverage coverage = Coverage.Self, DateOnly? endedOn = null) =>
        agency =>
        {
            var liaison = new Liaison(
                agency.Id,
                "Pat Smith",
                null,
                null,
                "202-555-0100",
                null,
                coverage,
                new(1998, 3, 10)
            );
            if (endedOn is { } day)
                liaison.End(day);
            return liaison;
        };

    public static async Task<JsonElement> AskAsync(
        CwaServer server,
        string day,
        Named where,
        string[]? kinds = null,
        int first = 20,
        int? monthsAhead = null
    )
    {
        using var on = server.Today.On(day);
        return (
            await server
                .AsReviewer()
                .AskAsync(
                    AttentionQuery,
                    new
                    {
                        where = where.Condition,
                        kinds,
                        first,
                        monthsAhead,
                    }
                )
        ).GetProperty("attention");
    }

    public static List<JsonElement> Items(JsonElement attention) =>
        [.. attention.GetProperty("items").EnumerateArray()];

    public static IEnumerable<JsonElement> Reasons(JsonElement item) => item.GetProperty("reasons").EnumerateArray();

    public static string NameOf(JsonElement item) => item.GetProperty("agency").Text("name")!;
}
