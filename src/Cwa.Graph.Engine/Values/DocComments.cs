using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Cwa.Graph.Engine;

/// <summary>
/// Doc comments as descriptions: one paragraph, without the line breaks of the source file. The compiler writes them
/// into a file for each assembly, which is read once: GraphQL.NET itself searches it for every field, which took a
/// quarter of the server's start.
/// </summary>
public static partial class DocComments
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, string>> Files = [];

    /// <summary>What the doc comment of a class, a method, a property or an enum's value says; null without one.</summary>
    public static string? Of(MemberInfo member) => Find(member, Key(member));

    /// <summary>What the doc comment of a method says about a parameter; null if it says nothing.</summary>
    public static string? Of(ParameterInfo parameter) =>
        Find(parameter.Member, $"{Key(parameter.Member)} {parameter.Name}");

    /// <summary>The limit on a property's length, as a sentence; empty if there is no limit.</summary>
    internal static string LengthOf(PropertyInfo property)
    {
        if (property.GetCustomAttribute<MaxLengthAttribute>() is not { Length: var most })
            return "";

        var unit = property.PropertyType == typeof(string) ? "characters" : "items";
        return string.Create(CultureInfo.InvariantCulture, $" At most {most:N0} {unit}.");
    }

    private static string? Find(MemberInfo member, string key) =>
        Files.GetOrAdd(member.Module.Assembly, Read).GetValueOrDefault(key);

    private static string Key(MemberInfo member) =>
        (
            member switch
            {
                Type type => $"T:{type.FullName}",
                MethodBase => $"M:{member.DeclaringType!.FullName}.{member.Name}",
                FieldInfo => $"F:{member.DeclaringType!.FullName}.{member.Name}",
                _ => $"P:{member.DeclaringType!.FullName}.{member.Name}",
            }
        ).Replace('+', '.');

    // Of methods with one name, which are never fields, the first counts.
    private static Dictionary<string, string> Read(Assembly assembly)
    {
        var found = new Dictionary<string, string>();
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(path))
            return found;

        foreach (var member in XDocument.Load(path).Descendants("member"))
        {
            var key = member.Attribute("name")!.Value.Split('(')[0];
            Add(key, member.Element("summary"));
            foreach (var parameter in member.Elements("param"))
                Add($"{key} {parameter.Attribute("name")!.Value}", parameter);
        }

        return found;

        void Add(string key, XElement? text)
        {
            if (text is not null && Space().Replace(text.Value, " ").Trim() is { Length: > 0 } line)
                found.TryAdd(key, line);
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
