using System.Net.Http.Json;
using Cwa.Graph.Tests.Security;

namespace Cwa.Graph.Tests.Pages;

/// <summary>A month whose report is typed into the form of a page.</summary>
internal static class ReportedMonth
{
    public static readonly (string Field, string Text)[] TownHall =
    [
        ("title", "Town hall in Fresno"),
        ("description", "How long is too long to wait?"),
        ("startsOn", "1999-02-09"),
        ("medium", "FACE_TO_FACE"),
        ("format", "TOWN_HALL"),
        ("setting", "INFORMAL"),
        ("access", "OPEN_TO_PUBLIC"),
        ("topicScope", "OPEN_TOPIC"),
        ("languages", "en; es"),
        ("place", "CA"),
        ("city", "Fresno"),
        ("expectedReach", "1,200"),
        ("coHosts", "HCFA"),
    ];

    private const string Reports = """
        query ($agency: String!, $month: YearMonth!) {
          monthlyReports(first: 3, where: { agency: { abbreviation: { eq: $agency } }, month: { eq: $month } }) {
            nodes {
              status revision nil reason
              eventsAsReported(first: 9) {
                nodes {
                  coHosts { abbreviation }
                  facts {
                    title description startsOn endsOn medium format setting access topicScope languages placeKind state
                    city expectedReach
                  }
                }
              }
              draftEvents(first: 9) { nodes { coHosts { abbreviation } facts { title city } } }
            }
          }
        }
        """;

    /// <summary>The form, with one event in it.</summary>
    public static async Task<PageForm> WriteAsync(
        Browser agency,
        string abbreviation,
        string month,
        string startsOn = "1999-02-09"
    )
    {
        var form = await PageForm.OpenAsync(agency, $"/report/{abbreviation}/{month}", "report");
        form.Fill(0, TownHall);
        form["events.0.startsOn"] = startsOn;
        return form;
    }

    /// <summary>The reports of a month, as the API tells them.</summary>
    public static async Task<string> StoredAsync(Browser browser, string agency, string month)
    {
        var answer = await browser.SendAsync(
            new(HttpMethod.Post, "/graphql")
            {
                Content = JsonContent.Create(new { query = Reports, variables = new { agency, month } }),
            },
            ("Origin", browser.Origin)
        );
        return string.Join(
            '\n',
            answer
                .Succeeds()
                .At("monthlyReports")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(node => node.GetRawText())
        );
    }
}
