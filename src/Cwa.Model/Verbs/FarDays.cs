namespace Cwa.Model;

/// <summary>Warns of every day in an input that is far from today.</summary>
public static class FarDays
{
    /// <summary>Adds a warning for each such day, with its path.</summary>
    public static void Warn(Verb verb, DateOnly today, Check check) =>
        VerbParts.Visit(
            verb,
            check,
            (property, value, at) =>
            {
                var day = value switch
                {
                    DateOnly given => given,
                    ReportMonth month => month.FirstDay,
                    _ => (DateOnly?)null,
                };
                // The verb's own warning about the day says more.
                if (day is { } far && FarDay.Warning(far, today) is { } odd && !at.IsWarned(property.Name))
                    at.Warn(odd, property.Name);
            }
        );
}
