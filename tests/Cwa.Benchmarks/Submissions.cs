using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
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

/// <summary>An agency that reports.</summary>
internal sealed record Reporter(string Id, string Abbreviation)
{
    public static Reporter Of(Agency agency) =>
        new(Graph.Engine.NodeId.Encode(nameof(Agency), agency.Id), agency.Abbreviation);

    /// <summary>A hundred agencies of a server.</summary>
    public static async Task<IReadOnlyList<Reporter>> AllAsync(HttpClient http, BuiltServer server)
    {
        var query = Operations.Body("{ agencies(first: 100) { nodes { id abbreviation } } }");
        var data = await Side.AskAsync(http, server, query);
        return data.GetProperty("agencies").GetProperty("nodes").Deserialize<Reporter[]>(JsonSerializerOptions.Web)!;
    }
}

/// <summary>
/// A tool that reports month after month over HTTP, with ten events each: for one agency, or for several in turn.
/// </summary>
internal sealed class Submissions(string address, params Reporter[] reporters) : IDisposable
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
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", TokenFor(reporters)) },
    };

    // Months that the sample year does not report and that are not so far off that the server warns of them.
    private ReportMonth _month = new(2000, 1);
    private int _turn;

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
        if (_turn++ % reporters.Length == 0)
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
            agencyId = reporters[_turn % reporters.Length].Id,
            month = _month.ToString(),
            events,
        };
        using var body = new StringContent(Operations.Body(Mutation, new { input }), Encoding.UTF8, "application/json");
        var watch = Stopwatch.StartNew();
        try
        {
            using var response = await _http.PostAsync($"{address}/graphql", body);
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

    /// <summary>A token with which some agencies may report.</summary>
    public static string TokenFor(Reporter[] reporters) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = Issuer,
                Expires = DateTime.UtcNow.AddHours(2),
                Subject = new ClaimsIdentity([
                    new("sub", reporters[0].Abbreviation),
                    new("role", Roles.Submit),
                    .. reporters.Select(reporter => new Claim("agency", reporter.Abbreviation)),
                ]),
                SigningCredentials = new(new SymmetricSecurityKey(Key), SecurityAlgorithms.HmacSha256),
            }
        );
}
