using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Tests;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests;

/// <summary>
/// Any day of the calendar, wherever one can be given, is accepted or refused, and breaks nothing that others read.
/// </summary>
public sealed class AnyDayTests(DayServers servers) : IClassFixture<DayServers>
{
    private static readonly string[] Edges =
    [
        "0001-01-01",
        "0001-01-02",
        "0001-01-31",
        "0001-12-31",
        "0002-01-01",
        "0012-06-30",
        "1582-10-15",
        "9998-12-31",
        "9999-01-01",
        "9999-11-30",
        "9999-12-01",
        "9999-12-30",
        "9999-12-31",
    ];

    private static readonly string[] Lists =
    [
        "/calendar/SSA.ics",
        "/calendar/states/CA.ics",
        "/feed.atom",
        "/export/events.json",
        "/export/reports.csv",
        "/export/liaisons.csv",
        "/export/complaints.csv",
        "/export/annual-results.csv",
        "/export/scorecard.json",
    ];

    private static readonly Gen<DateOnly> Days = Gen.OneOf(
        Gen.Const(DateOnly.MinValue),
        Gen.Const(DateOnly.MaxValue),
        Gen.Int[0, Edges.Length - 1].Select(i => DateOnly.Parse(Edges[i], CultureInfo.InvariantCulture)),
        Gen.Int[DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber),
        Gen.Int[0, 700].Select(n => new DateOnly(1998, 3, 3).AddDays(n))
    );

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Any_day_in_a_mutation_or_a_file_is_accepted_or_refused_and_every_list_still_answers(
        string provider
    )
    {
        var server = await servers.OnAsync(provider);
        foreach (var name in PublishedMutation.Names)
            await SayAnyDayAsync(server, await PublishedMutation.ReadAsync(name));
        await Days.SampleAsync(day => ImportAsync(server, day), iter: 12, threads: 1);

        foreach (var path in DayPlaces.PathsIn(SchemaOf(server).Query!))
            await Days.Array[8].SampleAsync(days => AskAsync(server, path, days), iter: 4, threads: 1);

        await Days.Array[2].SampleAsync(days => ReadFilesAsync(server, days[0], days[1]), iter: 8, threads: 1);
        foreach (var path in Lists)
            await HoldsAsync(await Whole(server).GetAsync(path), path);
        foreach (var file in Directory.GetFiles(Repository.PathOf("schema/operations"), "*.graphql"))
            await HoldsAsync(
                await Whole(server).PostAsync("/graphql", Json(await File.ReadAllTextAsync(file), null)),
                file
            );
    }

    /// <summary>
    /// Runs the published mutation with a random day in each place that takes one, and with the same day in all places.
    /// </summary>
    private static async Task SayAnyDayAsync(CwaServer server, PublishedMutation published)
    {
        var caller = published.CallerOf(server);
        var variables = await published.VariablesAsync(caller);
        var input = SchemaOf(server)
            .Mutation!.Fields.Find(published.Mutations.First())!
            .Arguments!.Single()
            .ResolvedType!;
        var places = PlacesIn(variables["input"]!, input).ToList();
        if (places is [])
            return;

        await Gen.Select(Gen.Int[-2, places.Count - 1], Days)
            .SampleAsync(
                async (at, day) =>
                {
                    var changed = variables.DeepClone();
                    changed["input"]!["idempotencyKey"] = null;
                    foreach (var (path, type) in at < 0 ? places : [places[at]])
                        Put(changed["input"]!, path, DayPlaces.Written(type, day));
                    await HoldsAsync(
                        await caller.PostAsync("/graphql", Json(published.Text, changed)),
                        changed.ToJsonString()
                    );
                },
                iter: 4 + 4 * places.Count,
                threads: 1
            );
    }

    private static async Task ImportAsync(CwaServer server, DateOnly day)
    {
        var (agency, events) = (
            await server.HasAgencyAsync(),
            Importing.Events().TrimEnd().Replace("reason", "reason,ends_on", StringComparison.Ordinal)
        );
        string Hall(string month, string startsOn, string endsOn) =>
            $"{agency.Abbreviation},{month},Hall,We "
            + $"listen.,{startsOn},FACE_TO_FACE,TOWN_HALL,INFORMAL,OPEN_TO_PUBLIC,OPEN_TOPIC,PLACE,CA,,,{endsOn}";
        string[] halls =
        [
            Hall($"{day:yyyy-MM}", $"{day:yyyy-MM-dd}", ""),
            Hall("1998-05", "1998-05-01", $"{day:yyyy-MM-dd}"),
            Hall("1998-06", $"{day:yyyy-MM-dd}", ""),
        ];
        foreach (var hall in halls)
            await HoldsAsync(await Post("events", $"{events}\n{hall}\n"), hall);
        var figures = Importing.Figures($"{agency.Abbreviation},{day:yyyy-MM},1,1,1,1,1,Waits,TIMELINESS");
        await HoldsAsync(await Post("complaint-metrics", figures), figures);
        var ended = Importing.Agencies(
            $"{agency.Abbreviation},Board of Conversations,EXECUTIVE_DEPARTMENT,,DIRECTED,Covered by "
                + $"Executive Order 12862,false,{day:yyyy-MM-dd}"
        );
        await HoldsAsync(await server.AsAdmin().PostAsync("/import/agencies", Importing.Csv(ended)), ended);

        Task<HttpResponseMessage> Post(string kind, string csv) =>
            server.As(agency).PostAsync($"/import/{kind}", Importing.Csv(csv));
    }

    /// <summary>Queries a field with days wherever it takes some, and everything that it leads to.</summary>
    private static async Task AskAsync(
        CwaServer server,
        IReadOnlyList<(IObjectGraphType Of, FieldType Field)> path,
        DateOnly[] days
    )
    {
        var next = 0;
        var field = path[^1].Field;
        var given = field.Arguments!.Where(a => DayPlaces.TakesDay(a.ResolvedType!)).ToList();
        var variables = new JsonObject();
        foreach (var argument in given)
            variables[argument.Name] = DayPlaces.ValueOf(argument.ResolvedType!, () => days[next++ % days.Length]);
        var query =
            $"{field.Name}({string.Join(", ", given.Select(a => $"{a.Name}: ${a.Name}"))}) "
            + $"{DaySelection.Of(field.ResolvedType!)}";
        foreach (var (_, on) in path.SkipLast(1).Reverse())
            query = $"{on.Name}{DaySelection.First(on)} {{ {query} }}";
        query = $"query ({string.Join(", ", given.Select(a => $"${a.Name}: {a.ResolvedType}"))}) {{ {query} }}";

        await HoldsAsync(
            await Whole(server).PostAsync("/graphql", Json(query, variables)),
            $"{query} {variables.ToJsonString()}"
        );
    }

    private static async Task ReadFilesAsync(CwaServer server, DateOnly one, DateOnly other)
    {
        string[] paths =
        [
            $"/calendar/SSA.ics?from={one:O}",
            $"/calendar/SSA.ics?to={one:O}",
            $"/calendar/states/CA.ics?from={one:O}&to={other:O}",
            $"/calendar/HHS.ics?components=true&from={one:O}&to={one:O}",
            $"/export/events.csv?updatedSince={one:O}T00:00:00Z",
            $"/export/reports.json?updatedSince={other:O}T23:59:59.9999999Z",
            $"/export/scorecard.csv?asOf={one:O}",
            "/export/events.csv?where="
                + Where($$"""{"startsOn":{"gt":"{{one:O}}"},"endsOn":{"lte":"{{other:O}}" } }"""),
            $"/export/complaints.csv?where={Where($$"""{"month":{"gte":"{{one:yyyy-MM}}" } }""")}",
        ];
        foreach (var path in paths)
            await HoldsAsync(await Whole(server).GetAsync(path), path);

        static string Where(string json) => Uri.EscapeDataString(json);
    }

    private static async Task HoldsAsync(HttpResponseMessage response, string asked)
    {
        using (response)
        {
            var answer = await Answer.OfAsync(response);
            Assert.False(
                answer.Status >= 500 || answer.Text.Contains(ErrorCodes.InternalServerError, StringComparison.Ordinal),
                $"{asked}: {answer.Text}"
            );
        }
    }

    /// <summary>The places of an input that take days, whether or not the mutation gives one there.</summary>
    private static IEnumerable<(IReadOnlyList<object> Path, IGraphType Type)> PlacesIn(JsonNode value, IGraphType type)
    {
        foreach (var field in ((IInputObjectGraphType)type.GetNamedType()).Fields)
        {
            if (DayPlaces.IsDay(field.ResolvedType!))
                yield return ([field.Name], field.ResolvedType!);
            else if (
                field.ResolvedType!.GetNamedType() is not IInputObjectGraphType
                || value[field.Name] is not { } inner
            )
                continue;
            else if (inner is JsonArray list)
            {
                foreach (var (i, item) in list.Index())
                {
                    foreach (var (path, at) in PlacesIn(item!, field.ResolvedType!))
                        yield return ([field.Name, i, .. path], at);
                }
            }
            else
            {
                foreach (var (path, at) in PlacesIn(inner, field.ResolvedType!))
                    yield return ([field.Name, .. path], at);
            }
        }
    }

    private static void Put(JsonNode into, IReadOnlyList<object> path, JsonNode day)
    {
        foreach (var step in path.SkipLast(1))
            into = step is int i ? into[i]! : into[(string)step]!;
        into[(string)path[^1]] = day;
    }

    private static SignedInCaller Whole(CwaServer server) =>
        new(server, "npr", [Roles.Review, Roles.Admin, Roles.Submit], ["SSA"]);

    private static GraphSchema SchemaOf(CwaServer server)
    {
        var schema = server.Services.GetRequiredService<GraphSchema>();
        schema.Initialize();
        return schema;
    }

    private static StringContent Json(string query, JsonNode? variables) =>
        new(JsonSerializer.Serialize(new { query, variables }), System.Text.Encoding.UTF8, "application/json");
}
