using System.Collections;

namespace Cwa.Model;

/// <summary>Checks the texts, lists and days of a verb's input, wherever they stand.</summary>
internal sealed class InputCheck
{
    private readonly List<(string Property, string Warning, Check At)> _farDays = [];

    /// <summary>
    /// Refuses every text that is empty, too long or cannot be stored, and every list that is too long. Notes the days
    /// that are far from today.
    /// </summary>
    public static InputCheck Of(Verb verb, DateOnly today, Check check)
    {
        var input = new InputCheck();
        VerbParts.Visit(
            verb,
            check,
            (property, value, at) =>
            {
                if (property.MaxLength is { } most)
                    CheckLength(property, value, most, at);
                else if (DayOf(value) is { } day && FarDay.Warning(day, today) is { } warning)
                    input._farDays.Add((property.Name, warning, at));
            }
        );
        return input;
    }

    /// <summary>
    /// Warns of each far day, unless the verb has already warned of it in its own words: those say more.
    /// </summary>
    public void WarnOfFarDays()
    {
        foreach (var (property, warning, at) in _farDays)
        {
            if (!at.IsWarned(property))
                at.Warn(warning, property);
        }
    }

    private static void CheckLength(VerbParts.Property property, object value, int most, Check at)
    {
        if (value is string text)
            at.Text(text, most, property.Name);
        else if (property.EachMaxLength is { } each)
            at.Texts((IReadOnlyList<string>)value, most, each, property.Name);
        else if (value is ICollection list && list.Count > most)
            at.Refuse(new TooMany(list.Count, most), property.Name);
    }

    private static DateOnly? DayOf(object value) =>
        value switch
        {
            DateOnly day => day,
            ReportMonth month => month.FirstDay,
            _ => null,
        };
}
