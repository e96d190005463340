using System.Diagnostics;
using System.Net.Http.Json;
using Cwa.Tests;
using OpenTelemetry.Trace;

namespace Cwa.Graph.Tests.Telemetry;

/// <summary>The spans of one request, as a collector gets them.</summary>
public sealed class TracingTests
{
    private const string Secret = "Nobody-reads-this",
        Person = "pat";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_query_has_spans_for_its_operation_its_loaders_and_its_statements(string provider)
    {
        TestDatabase.Require(provider);
        await using var server = await CwaServer.StartAsync(provider);
        var spans = await SpansAsync(
            server,
            """
            query Named($name: String!) {
              agencies(first: 2, where: { name: { contains: $name } }) { nodes { parent { name } liaison { name } } }
            }
            """,
            new { name = "Department" }
        );

        var operation = Assert.Single(spans, span => span.DisplayName == "query Named");
        Assert.Equal("Named", operation.GetTagItem("graphql.operation.name"));
        Assert.Equal("query", operation.GetTagItem("graphql.operation.type"));
        Assert.Matches("^[0-9a-f]{64}$", (string)operation.GetTagItem("graphql.document.hash")!);
        Assert.Contains(spans, span => span.DisplayName == "graphql.load" && (int)span.GetTagItem("graphql.keys")! > 0);
        Assert.Contains(spans, span => span.DisplayName.StartsWith("SELECT agencies", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_mutation_has_a_span_for_its_commit_and_no_span_holds_a_variable_or_a_person(string provider)
    {
        TestDatabase.Require(provider);
        await using var server = await CwaServer.StartAsync(provider);
        var agency = await server.HasAgencyAsync();
        var spans = await SpansAsync(
            server,
            """
            mutation Designate($input: DesignateLiaisonInput!) {
              designateLiaison(input: $input) { errors { message } liaison { name } }
            }
            """,
            new
            {
                input = new
                {
                    agencyId = agency.Id(),
                    name = Secret,
                    title = Secret,
                    email = $"{Secret}@example.gov",
                    phone = "202-555-0100",
                    designatedOn = "1998-03-10",
                },
            },
            agency.Abbreviation
        );

        Assert.Contains(spans, span => span.DisplayName == "mutation Designate");
        Assert.Contains(spans, span => span.DisplayName == "commit");
        Assert.DoesNotContain(
            spans.SelectMany(span => span.TagObjects),
            tag =>
                $"{tag.Value}".Contains(Secret, StringComparison.OrdinalIgnoreCase)
                || $"{tag.Value}".Contains($"\"{Person}\"", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_tenth_of_the_requests_is_traced_and_those_whose_callers_trace_them()
    {
        var (tenth, followed) = (Recorded(ActivityTraceFlags.None), Recorded(ActivityTraceFlags.Recorded));

        Assert.InRange(tenth, 50, 150);
        Assert.Equal(1000, followed);

        static int Recorded(ActivityTraceFlags caller) =>
            Enumerable
                .Range(0, 1000)
                .Count(_ =>
                {
                    var trace = ActivityTraceId.CreateRandom();
                    var parent =
                        caller == ActivityTraceFlags.None
                            ? default
                            : new ActivityContext(trace, ActivitySpanId.CreateRandom(), caller, isRemote: true);
                    var sampled = CwaTelemetry.UsualSampler.ShouldSample(
                        new SamplingParameters(parent, trace, "request", ActivityKind.Server)
                    );
                    return sampled.Decision == SamplingDecision.RecordAndSample;
                });
    }

    private static async Task<IReadOnlyList<Activity>> SpansAsync(
        CwaServer server,
        string query,
        object variables,
        params string[] agencies
    )
    {
        var trace = ActivityTraceId.CreateRandom();
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Cwa.", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    if (span.TraceId == trace)
                        spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = JsonContent.Create(new { query, variables });
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        request.Headers.Authorization = new(
            "Bearer",
            SignedInCaller.TokenOf(Person, [Roles.Submit, Roles.Read], agencies)
        );
        using var answer = await server.Client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        lock (spans)
            return [.. spans];
    }
}
