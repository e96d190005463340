using System.Text.Json;

namespace Cwa.Benchmarks;

/// <summary>Reports of ten events, each for an agency and a month that nobody has reported: M1 and S1.</summary>
internal sealed class Reports(Contender contender)
{
    private const int Events = 10;

    private int _sent;

    /// <summary>Begins anew after what was stored has been removed.</summary>
    public void Restart() => _sent = 0;

    /// <summary>The body of the next report.</summary>
    public string Next()
    {
        var (place, agency) = (_sent / Rows.Agencies, _sent % Rows.Agencies);
        var month = $"{2026 + (place + 4) / 12}-{(place + 4) % 12 + 1:00}";
        return Template()
            .Replace("__ID__", Contender.Ids[agency], StringComparison.Ordinal)
            .Replace("__AGENCY__", $"{agency + 1}", StringComparison.Ordinal)
            .Replace("__MONTH__", month, StringComparison.Ordinal)
            .Replace("__NUMBER__", $"{++_sent}", StringComparison.Ordinal);
    }

    /// <summary>A script for wrk that sends reports from the next one on.</summary>
    public string Script() =>
        $$"""
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/json"
            wrk.headers["Authorization"] = "{{contender.Authorization}}"
            local body = [====[{{Template()}}]====]
            local sent = {{_sent}}
            local ids = { "{{string.Join("\", \"", Contender.Ids)}}" }
            request = function()
              local place, agency = math.floor(sent / {{Rows.Agencies}}), sent % {{Rows.Agencies}}
              sent = sent + 1
              local value = {
                ID = ids[agency + 1],
                AGENCY = agency + 1,
                MONTH = string.format("%04d-%02d", 2026 + math.floor((place + 4) / 12), (place + 4) % 12 + 1),
                NUMBER = sent,
              }
              return wrk.format(nil, nil, nil, (body:gsub("__(%u+)__", value)))
            end
            """;

    /// <summary>Counts what the script has sent, and what may still have been under way at its end.</summary>
    public void Took(double requests) => _sent += (int)requests + 100;

    private string Template() =>
        contender
            .Body("M1", JsonSerializer.SerializeToNode(new { input = contender.IsOurs ? Ours() : Theirs() }))
            // Numbers, not texts.
            .Replace("\"__AGENCY__\"", "__AGENCY__", StringComparison.Ordinal)
            .Replace("\"__NUMBER__\"", "__NUMBER__", StringComparison.Ordinal);

    private static object Ours() =>
        new
        {
            agencyId = "__ID__",
            month = "__MONTH__",
            reason = new string('n', 200),
            events = Enumerable
                .Range(0, Events)
                .Select(i => new
                {
                    title = Title(i),
                    description = Description,
                    startsOn = Day(i),
                    medium = "FACE_TO_FACE",
                    format = "TOWN_HALL",
                    setting = "INFORMAL",
                    access = "OPEN_TO_PUBLIC",
                    topicScope = "OPEN_TOPIC",
                    placeKind = "PLACE",
                    state = "VA",
                    city = "Springfield",
                    expectedReach = 100 + i,
                }),
        };

    private static object Theirs() =>
        new
        {
            agencyId = "__AGENCY__",
            month = "__MONTH__-01",
            revision = "__NUMBER__",
            submittedBy = "Ada Adams",
            narrative = new string('n', 200),
            events = Enumerable
                .Range(0, Events)
                .Select(i => new
                {
                    eventDate = Day(i),
                    title = Title(i),
                    description = Description,
                    kind = "TOWN_HALL",
                    media = "FACE_TO_FACE",
                    city = "Springfield",
                    state = "VA",
                    zip = "22150",
                    customersReached = 100 + i,
                }),
        };

    private const string Description =
        "Public information session for customers of the program, with staff on hand to answer whatever they may ask.";

    private static string Title(int number) => $"Benefits outreach fair number {number}";

    private static string Day(int number) => $"__MONTH__-{number + 1:00}";
}
