using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Cwa.Values;

/// <summary>Says in sentences which values of a section are not valid.</summary>
internal sealed class SettingsCheck(IConfigurationSection section, Type type)
{
    private bool _passed;

    /// <summary>
    /// Checks the section the first time only: a later change to a settings file must not stop a running server.
    /// </summary>
    /// <exception cref="OptionsValidationException">Something is wrong.</exception>
    public void PassOnce()
    {
        if (!_passed && Faults().ToList() is [_, ..] faults)
            throw new OptionsValidationException(section.Path, type, faults);
        _passed = true;
    }

    private IEnumerable<string> Faults() =>
        type.GetProperties()
            .Select(property => (Setting: section.GetSection(property.Name), property))
            .Where(given => given.Setting.Exists())
            .SelectMany(given => FaultsOf(given.Setting, given.property));

    private static IEnumerable<string> FaultsOf(IConfigurationSection setting, PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var isOne = type.IsValueType || type == typeof(string);
        if (!isOne && !string.IsNullOrEmpty(setting.Value))
            yield return $"The setting {setting.Path} is '{setting.Value}'; it must be a list, as in {setting.Path}:0.";
        var rules = property.GetCustomAttributes<ValidationAttribute>().ToList();
        foreach (var given in isOne ? [setting] : setting.GetChildren().Where(item => item.Value is not null))
        {
            // An empty value means that the setting is not set.
            if (string.IsNullOrEmpty(given.Value) && (type != property.PropertyType || type == typeof(string)))
                continue;
            if (
                !TryRead(given.Value ?? "", isOne ? type : typeof(string), out var value)
                || !rules.TrueForAll(r => r.IsValid(value))
            )
                yield return $"The setting {given.Path} is '{given.Value}'; it must be {Expected(type, rules)}.";
        }
    }

    private static bool TryRead(string text, Type type, out object? value)
    {
        value = null;
        try
        {
            value =
                type == typeof(DateOnly)
                    ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                    : TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
            return !type.IsEnum || Enum.IsDefined(type, value!);
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException or OverflowException)
        {
            return false;
        }
    }

    private static string Expected(Type type, List<ValidationAttribute> rules) =>
        rules switch
        {
            [{ ErrorMessage: { } expected }, ..] => expected,
            [TimeRangeAttribute range, ..] =>
                $"a time from {range.Shortest} to {range.Longest}, in hours, minutes and seconds such as 00:00:05",
            [RangeAttribute range, ..] => $"a whole number from {range.Minimum} to {range.Maximum}",
            _ when type.IsEnum => string.Join(" or ", Enum.GetNames(type)),
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(DateOnly) => "a date such as 1998-11-16",
            _ => "text",
        };
}
