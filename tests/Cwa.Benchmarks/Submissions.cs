using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cwa.Graph;
using Cwa.Model;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cwa.Benchmarks;

/// <summary>The result of sending a report.</summary>
/// <param name="ReportId">The id of the stored report; null if the server did not store one.</param>
/// <param name="Answer">The server's answer.</param>
/// <param name="Took">How long the answer took.</param>
internal sealed record Submission(string? ReportId, string Answer, TimeSpan Took);

/// <summary>An agency's tool that reports month after month over HTTP, with ten events each.</summary>
internal sealed class Submissions(Agency agency) : IDisposable
{
    public const int Events = 10;

    private const string Issuer = "benchmarks";

    private const string Mutation = """
        mutation Submit($input: SubmitMonthlyReportInput!) {
          submitMonthlyReport(input: $input) {
            monthlyReport { id month revision status submittedAt }
            errors { __typename message path }
            warnings { message path }
          }
        }
        """;

    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    private readonly HttpClient _http = new()
    {
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", TokenFor(agency)) },
    };

    // Months that the sample year does not report and that are not so far off that the server warns of them.
    private ReportMonth _month = new(2000, 1);

    /// <summary>The settings with which the server accepts the tokens.</summary>
    public static (string Key, string Value)[] Settings =>
        [
            ("Authentication:Schemes:Bearer:ValidIssuer", Issuer),
            ("Authentication:Schemes:Bearer:ValidAudiences:0", Issuer),
            ("Authentication:Schemes:Bearer:SigningKeys:0:Issuer", Issuer),
            ("Authentication:Schemes:Bearer:SigningKeys:0:Value", Convert.ToBase64String(Key)),
        ];

    /// <summary>The events of a month.</summary>
    public static IEnumerable<PlannedEvent> Planned(ReportMonth month) =>
        Enumerable
            .Range(1, Events)
            .Select(i => new PlannedEvent(
                new(
                    $"Town hall {i}",
                    "How long is too long to wait? We listen, and answer what we can on the spot.",
                    month.FirstDay.AddDays(i),
                    month.FirstDay.AddDays(i),
                    Medium.FaceToFace,
                    EventFormat.TownHall,
                    Setting.Informal,
                    Access.OpenToPublic,
                    TopicScope.OpenTopic,
                    ["en", "es"],
                    PlaceKind.Place,
                    StateCode.CA,
                    "Fresno",
                    200
                ),
                CoHostIds: []
            ));

    /// <summary>Reports the next month.</summary>
    public async Task<Submission> NextAsync()
    {
        _month = _month == new ReportMonth(2047, 12) ? new(1950, 1) : _month.Next;
        var events = Planned(_month)
            .Select(e => e.Facts)
            .Select(f => new
            {
                title = f.Title,
                description = f.Description,
                startsOn = f.StartsOn,
                medium = "FACE_TO_FACE",
                format = "TOWN_HALL",
                setting = "INFORMAL",
                access = "OPEN_TO_PUBLIC",
                topicScope = "OPEN_TOPIC",
                languages = f.Languages,
                placeKind = "PLACE",
                state = "CA",
                city = f.City,
                expectedReach = f.ExpectedReach,
            });
        var input = new
        {
            agencyId = Graph.Engine.NodeId.Encode(nameof(Agency), agency.Id),
            month = _month.ToString(),
            events,
        };
        using var body = new StringContent(Operations.Body(Mutation, new { input }), Encoding.UTF8, "application/json");
        var watch = Stopwatch.StartNew();
        try
        {
            using var response = await _http.PostAsync($"{BuiltServer.Address}/graphql", body);
            var answer = await response.Content.ReadAsStringAsync();
            return new(ReportIdOf(answer), answer, watch.Elapsed);
        }
        catch (HttpRequestException failure)
        {
            return new(null, failure.Message, watch.Elapsed);
        }
    }

    public void Dispose() => _http.Dispose();

    private static string? ReportIdOf(string answer) =>
        JsonNode.Parse(answer)?["data"]?["submitMonthlyReport"]?["monthlyReport"]?["id"]?.GetValue<string>();

    private static string TokenFor(Agency agency) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = Issuer,
                Expires = DateTime.UtcNow.AddHours(2),
                Subject = new ClaimsIdentity([
                    new("sub", agency.Abbreviation),
                    new("role", Roles.Submit),
                    new("agency", agency.Abbreviation),
                ]),
                SigningCredentials = new(new SymmetricSecurityKey(Key), SecurityAlgorithms.HmacSha256),
            }
        );
}
